import { v7 as uuid } from 'uuid'
import { loadRiskGuide } from '../catalog/risk-guide.ts'
import { FieldbookError } from '../contract/errors.ts'
import type { RiskFields, RiskSeed } from '../contract/risk.ts'
import { database } from '../engagement/database.ts'
import type { EngagementFile } from '../engagement/file.ts'
import { removeLinksTo } from '../engagement/links.ts'
import { listed } from '../engagement/lists.ts'
import { text } from '../language/text.ts'
import { checkRatings, readCriteria } from './criteria.ts'
import { controlsOfRisks, knownControls, knownSystems, lastReference, referenceTaken, riskById, systemsOfRisks } from './queries.ts'
import { toColumns } from './risks.ts'
import { readSeeds, type Seed } from './seeds.ts'

/** Fails with not-found and names those that the engagement does not know. */
function checkKnown(wanted: readonly string[], known: readonly string[]): void {
  const unknown = wanted.filter((value) => !known.includes(value))
  if (unknown.length > 0) throw new FieldbookError('not-found', { what: unknown.join(', ') })
}

const checkSystems = (file: EngagementFile, ids: readonly string[]) =>
  checkKnown(
    ids,
    file.all(knownSystems(ids)).map(({ id }) => id),
  )

/** Sources and objectives are those of Annex C; ratings lie on the scales. */
function checkFields(file: EngagementFile, fields: Partial<RiskFields>): void {
  const { topics } = loadRiskGuide()
  const ofKind = (kind: string) => topics.filter((topic) => topic.kind === kind).map(({ id }) => id)
  checkKnown(fields.sources ?? [], ofKind('source'))
  checkKnown(fields.objectives ?? [], ofKind('objective'))
  checkRatings(readCriteria(file), fields)
}

const reference = (number: number) => `R-${String(number).padStart(3, '0')}`

export interface Start {
  title?: string | undefined
  seed?: Seed | undefined
}

/** The seeds with these names, in their order; fails with not-found where one is unknown. */
export function findSeeds(file: EngagementFile, wanted: readonly Pick<RiskSeed, 'origin' | 'originId'>[]): Seed[] {
  const origins = new Set(wanted.map(({ origin }) => origin))
  const known = new Map([...origins].flatMap((origin) => readSeeds(file, origin)).map((seed) => [`${seed.origin} ${seed.originId}`, seed]))
  return wanted.map(({ origin, originId }) => {
    const seed = known.get(`${origin} ${originId}`)
    if (!seed) throw new FieldbookError('not-found', { what: originId })
    return seed
  })
}

/** Adds a risk for each start with the next free references, as one change. Says their ids. */
export function addRisks(file: EngagementFile, starts: readonly Start[], systemIds: readonly string[], now: Date): string[] {
  checkSystems(file, systemIds)
  const first = (file.first(lastReference)?.number ?? 0) + 1
  const known = new Set(file.all(knownControls(starts.flatMap(({ seed }) => seed?.controls ?? []))).map(({ code }) => code))
  const rows = starts.map(({ title, seed }, index) => {
    const fields = { ...seed?.fields, ...(title === undefined ? {} : { title }) }
    const start = seed ? { origin: seed.origin, originId: seed.originId } : {}
    return {
      row: {
        ...toColumns(fields),
        ...start,
        title: fields.title?.trim() || text('risk:newTitle'),
        id: uuid(),
        reference: reference(first + index),
        createdAt: now.toISOString(),
      },
      systems: [...new Set([...systemIds, ...(seed?.systemIds ?? [])])],
      controls: [...new Set(seed?.controls)].filter((code) => known.has(code)),
    }
  })
  const [only] = rows
  const label =
    rows.length === 1 && only
      ? text('risk:history.added', { reference: only.row.reference, title: only.row.title })
      : text('risk:history.addedMany', { count: rows.length })
  file.write(label, () => {
    for (const { row } of rows) file.run(database.insertInto('risk').values(row))
    insertSystems(
      file,
      rows.flatMap(({ row, systems }) => systems.map((systemId) => [row.id, systemId] as const)),
    )
    insertControls(
      file,
      rows.flatMap(({ row, controls }) => controls.map((code) => [row.id, code] as const)),
    )
  })
  return rows.map(({ row }) => row.id)
}

type Pairs = (readonly [riskId: string, other: string])[]

const insertSystems = (file: EngagementFile, pairs: Pairs) =>
  file.runEach(
    database.insertInto('riskSystem').values({ id: '', riskId: '', systemId: '' }),
    pairs.map(([riskId, systemId]) => [uuid(), riskId, systemId]),
  )

const insertControls = (file: EngagementFile, pairs: Pairs) =>
  file.runEach(
    database.insertInto('riskControl').values({ id: '', riskId: '', code: '' }),
    pairs.map(([riskId, code]) => [uuid(), riskId, code]),
  )

/** Changes fields of one risk. */
export function changeRisk(file: EngagementFile, id: string, fields: Partial<RiskFields>): void {
  const { reference: name } = file.one(riskById(id), id)
  if (Object.keys(fields).length === 0) return
  checkFields(file, fields)
  if (fields.reference !== undefined && file.first(referenceTaken(fields.reference, id)))
    throw new FieldbookError('conflict', { reason: text('risk:referenceTaken', { reference: fields.reference }) })
  file.write(text('risk:history.changed', { reference: name }), () =>
    file.run(database.updateTable('risk').set(toColumns(fields)).where('id', '=', id)),
  )
}

/** Gives these risks the same values, as one change. Says how many there are. */
export function changeRisks(file: EngagementFile, ids: readonly string[], fields: Partial<RiskFields>): number {
  if (Object.keys(fields).length === 0) return 0
  checkFields(file, fields)
  return file.write(text('risk:history.changedMany', { count: ids.length }), () => {
    const changed = file.run(database.updateTable('risk').set(toColumns(fields)).where('id', 'in', listed(ids)))
    if (changed !== new Set(ids).size) throw new FieldbookError('not-found', { what: text('risk:oneOfThese') })
    return changed
  })
}

/** Names the AI systems that a risk concerns; links that stay are not written again. */
export function setSystems(file: EngagementFile, id: string, systemIds: readonly string[]): void {
  const { reference: name } = file.one(riskById(id), id)
  checkSystems(file, systemIds)
  const linked = new Set(file.all(systemsOfRisks.where('riskId', '=', id)).map((system) => system.id))
  const added = [...new Set(systemIds)].filter((systemId) => !linked.has(systemId))
  file.write(text('risk:history.systems', { reference: name }), () => {
    file.run(database.deleteFrom('riskSystem').where('riskId', '=', id).where('systemId', 'not in', listed(systemIds)))
    insertSystems(
      file,
      added.map((systemId) => [id, systemId]),
    )
  })
}

/** Names the controls of the SoA that treat a risk (clause 6.1.3); links that stay are not written again. */
export function setControls(file: EngagementFile, id: string, codes: readonly string[]): void {
  const { reference: name } = file.one(riskById(id), id)
  checkKnown(
    codes,
    file.all(knownControls(codes)).map(({ code }) => code),
  )
  const linked = new Set(file.all(controlsOfRisks.where('riskId', '=', id)).map(({ code }) => code))
  const added = [...new Set(codes)].filter((code) => !linked.has(code))
  file.write(text('risk:history.controls', { reference: name }), () => {
    file.run(database.deleteFrom('riskControl').where('riskId', '=', id).where('code', 'not in', listed(codes)))
    insertControls(
      file,
      added.map((code) => [id, code]),
    )
  })
}

/** Takes risks out of the register with their links. */
export function removeRisks(file: EngagementFile, ids: readonly string[]): void {
  file.write(text('risk:history.removed', { count: ids.length }), () => {
    file.run(database.deleteFrom('riskSystem').where('riskId', 'in', listed(ids)))
    file.run(database.deleteFrom('riskControl').where('riskId', 'in', listed(ids)))
    removeLinksTo(file, 'risk', listed(ids))
    file.run(database.deleteFrom('risk').where('id', 'in', listed(ids)))
  })
}
