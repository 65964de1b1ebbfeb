import { v7 as uuid } from 'uuid'
import { assessables } from '../catalog/load.ts'
import { FieldbookError } from '../contract/errors.ts'
import { isJudging, type Judgement, type JudgementFields, judgementField, type Round } from '../contract/gap.ts'
import { database } from '../engagement/database.ts'
import type { EngagementFile } from '../engagement/file.ts'
import { listed } from '../engagement/lists.ts'
import { text } from '../language/text.ts'
import { judgementOf } from './queries.ts'
import { readJudgements, readRound, readRounds } from './results.ts'
import { addEmptyJudgements } from './seed.ts'

/** Changes the judgement of one item. Requirements of clauses 4 to 10 always apply: an organization cannot exclude them (clause 4.3, Annex A.1). */
export function judge(file: EngagementFile, roundId: string, itemId: string, fields: Partial<JudgementFields>): Judgement {
  refuseClosed(file, roundId)
  const { id } = file.one(judgementOf(roundId, itemId), itemId)
  if (fields.conformity === 'not-applicable' && assessables().get(itemId)?.kind === 'requirement') {
    throw new FieldbookError('conflict', { reason: text('gap:alwaysApplies', { item: itemId }) })
  }
  const changed = Object.keys(fields).filter((field) => judgementField.safeParse(field).success)
  if (changed.length > 0)
    file.write(labelOf(itemId, changed), () =>
      file.run(
        database
          .updateTable('judgement')
          .set({ ...fields, ...(isJudging(fields) ? { origin: 'round' } : {}) })
          .where('id', '=', id),
      ),
    )
  return file.one(judgementOf(roundId, itemId), itemId)
}

function refuseClosed(file: EngagementFile, roundId: string): void {
  if (readRound(file, roundId).closedOn !== null) throw new FieldbookError('conflict', { reason: text('gap:roundClosed') })
}

/** Confirms judgements as they were carried over; says how many of them nobody had judged or confirmed in this round before. */
export function confirm(file: EngagementFile, roundId: string, itemIds: string[]): number {
  refuseClosed(file, roundId)
  const unknown = itemIds.find((itemId) => !assessables().has(itemId))
  if (unknown !== undefined) throw new FieldbookError('not-found', { what: unknown })
  const [only = ''] = itemIds
  const label =
    itemIds.length === 1 ? text('gap:history.confirmed', { item: only }) : text('gap:history.confirmedMany', { count: itemIds.length })
  return file.write(label, () =>
    file.run(
      database
        .updateTable('judgement')
        .set({ origin: 'round' })
        .where('roundId', '=', roundId)
        .where('itemId', 'in', listed(itemIds))
        .where('origin', '=', 'carried-over'),
    ),
  )
}

function labelOf(itemId: string, changed: string[]): string {
  const [only] = changed
  return changed.length === 1
    ? text('gap:history.field', { field: text(`gap:fields.${only}`), item: itemId })
    : text('gap:history.judged', { item: itemId })
}

export interface NewRound {
  name: string
  kind: Round['kind']
  startedOn: string
  basedOn: string | null
}

/** Starts a round, empty or with the judgements of an earlier one, which count as carried over until somebody judges or confirms them. */
export function startRound(file: EngagementFile, round: NewRound, now: Date): Round {
  const id = uuid()
  const earlier = round.basedOn === null ? null : readJudgements(file, readRound(file, round.basedOn).id)
  file.write(text('gap:history.roundStarted', { name: round.name }), () => {
    file.run(database.insertInto('gapRound').values({ id, ...round, closedOn: null, createdAt: now.toISOString() }))
    if (earlier === null) addEmptyJudgements(file, id)
    else copyJudgements(file, id, earlier)
  })
  return readRound(file, id)
}

function copyJudgements(file: EngagementFile, roundId: string, earlier: Judgement[]): void {
  const rows = earlier.map(
    (judgement): Judgement => ({
      ...judgement,
      id: uuid(),
      roundId,
      origin: judgement.conformity === 'not-assessed' ? 'round' : 'carried-over',
    }),
  )
  const [first] = rows
  if (!first) return
  file.runEach(
    database.insertInto('judgement').values(first),
    rows.map((row) => Object.values(row)),
  )
}

export function updateRound(file: EngagementFile, roundId: string, fields: { name?: string; closedOn?: string | null }): Round {
  const { name } = readRound(file, roundId)
  if (Object.keys(fields).length > 0) {
    file.write(text('gap:history.roundChanged', { name }), () =>
      file.run(database.updateTable('gapRound').set(fields).where('id', '=', roundId)),
    )
  }
  return readRound(file, roundId)
}

/** Deletes a round with its judgements; the last one stays, since an engagement always has one to judge in. */
export function deleteRound(file: EngagementFile, roundId: string): void {
  const { name } = readRound(file, roundId)
  if (readRounds(file).length === 1) throw new FieldbookError('conflict', { reason: text('gap:lastRound') })
  file.write(text('gap:history.roundDeleted', { name }), () => {
    file.run(database.updateTable('gapRound').set({ basedOn: null }).where('basedOn', '=', roundId))
    file.run(database.deleteFrom('judgement').where('roundId', '=', roundId))
    file.run(database.deleteFrom('gapRound').where('id', '=', roundId))
  })
}
