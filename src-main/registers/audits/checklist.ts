import { v7 as uuid } from 'uuid'
import type { z } from 'zod'
import { assessables } from '../../catalog/load.ts'
import { type AuditGroup, type AuditItem, type auditItemFields, findingResults } from '../../contract/audits.ts'
import { localDay } from '../../contract/days.ts'
import { FieldbookError } from '../../contract/errors.ts'
import { database } from '../../engagement/database.ts'
import type { EngagementFile } from '../../engagement/file.ts'
import { listed } from '../../engagement/lists.ts'
import { insertEntries } from '../../engagement/registers/entries.ts'
import { text } from '../../language/text.ts'
import { auditableGroups, groupOf } from './catalog-groups.ts'
import { auditById, checklistLines, decisionOwners, judgementOwners, roleHolders } from './queries.ts'
import { names, withRoles } from './rules.ts'

type Line = ReturnType<typeof readLine>
const readLine = (file: EngagementFile, id: string) => file.one(checklistLines.where('i.id', '=', id), id)

/** Who answers for each requirement and control. */
function answerables(file: EngagementFile): ReadonlyMap<string, string> {
  return new Map([
    ...file.all(judgementOwners).map(({ itemId, owner }) => [itemId, owner] as const),
    ...file
      .all(decisionOwners)
      .filter(({ responsible }) => responsible !== '')
      .map(({ code, responsible }) => [code, responsible] as const),
  ])
}

function withCatalog(
  { nonconformityId, reference, title, state, place: _, ...line }: Line,
  owners: ReadonlyMap<string, string>,
  titles: ReadonlyMap<string, string>,
  auditors: string,
): AuditItem {
  const answerable = owners.get(line.itemId) ?? ''
  const group = groupOf(line.itemId)
  return {
    ...line,
    title: assessables().get(line.itemId)?.title ?? line.itemId,
    group,
    groupTitle: titles.get(group) ?? '',
    answerable,
    isOwnWork: names(auditors, answerable),
    nonconformity:
      nonconformityId === null || reference === null || title === null || state === null
        ? null
        : { id: nonconformityId, reference, title, state },
  }
}

/** Everything that a line is shown with, for one audit. */
function reader(file: EngagementFile, auditId: string): (line: Line) => AuditItem {
  const { auditor, team } = file.one(auditById(auditId), auditId)
  const auditors = withRoles(`${auditor};${team}`, file.all(roleHolders))
  const owners = answerables(file)
  const titles = new Map(auditableGroups(file).map(({ id, title }) => [id, title]))
  return (line) => withCatalog(line, owners, titles, auditors)
}

/** The checklist of an audit, in the order of the catalog. */
export const readChecklist = (file: EngagementFile, auditId: string): AuditItem[] =>
  file.all(checklistLines.where('i.auditId', '=', auditId)).map(reader(file, auditId))

export function readItem(file: EngagementFile, id: string): AuditItem {
  const line = readLine(file, id)
  return reader(file, line.auditId)(line)
}

/** Clauses and objectives with how many of their items the checklist has. */
export function readGroups(file: EngagementFile, auditId: string): AuditGroup[] {
  const chosen = new Set(file.all(checklistLines.where('i.auditId', '=', auditId)).map(({ itemId }) => itemId))
  return auditableGroups(file).map(({ items, ...group }) => ({
    ...group,
    items: items.length,
    chosen: items.filter((id) => chosen.has(id)).length,
  }))
}

/** Puts the items of clauses and objectives on a checklist, each with the interview questions of the catalog. Says how many came to it. */
export function addItems(file: EngagementFile, auditId: string, groups: readonly string[]): number {
  const { reference } = file.one(auditById(auditId), auditId)
  const known = auditableGroups(file)
  const unknown = groups.filter((id) => !known.some((group) => group.id === id))
  if (unknown.length > 0) throw new FieldbookError('not-found', { what: unknown.join(', ') })
  const present = new Set(file.all(checklistLines.where('i.auditId', '=', auditId)).map(({ itemId }) => itemId))
  // An item's place is that in the catalog, so that a checklist is in its order whatever was added when.
  const places = new Map([...assessables().keys()].map((id, place) => [id, place]))
  const added = known
    .filter(({ id }) => groups.includes(id))
    .flatMap(({ items }) => items)
    .filter((id) => !present.has(id))
  file.write(text('register-audits:history.checklist', { reference }), () =>
    file.runEach(
      database.insertInto('auditItem').values({ id: '', auditId: '', itemId: '', question: '', result: 'open', seen: '', place: 0 }),
      added.map((itemId) => [
        uuid(),
        auditId,
        itemId,
        assessables().get(itemId)?.questions.join('\n') ?? '',
        'open',
        '',
        places.get(itemId) ?? 0,
      ]),
    ),
  )
  return added.length
}

/** Takes the items of clauses and objectives off a checklist, but for those that were looked at already. */
export function removeItems(file: EngagementFile, auditId: string, groups: readonly string[]): number {
  const { reference } = file.one(auditById(auditId), auditId)
  const ids = file
    .all(checklistLines.where('i.auditId', '=', auditId))
    .filter(({ itemId, result, seen }) => groups.includes(groupOf(itemId)) && result === 'open' && seen.trim() === '')
    .map(({ id }) => id)
  file.write(text('register-audits:history.checklist', { reference }), () =>
    file.run(database.deleteFrom('auditItem').where('id', 'in', listed(ids))),
  )
  return ids.length
}

/** Changes one line of a checklist. */
export function changeItem(file: EngagementFile, id: string, fields: Partial<z.infer<typeof auditItemFields>>): AuditItem {
  const { itemId } = readLine(file, id)
  if (Object.keys(fields).length > 0)
    file.write(text('register-audits:history.item', { item: itemId }), () =>
      file.run(database.updateTable('auditItem').set(fields).where('id', '=', id)),
    )
  return readItem(file, id)
}

/** Makes a nonconformity of a finding (clause 10.2), linked with the audit and the item. Made once: then it is there already. */
export function raise(file: EngagementFile, id: string, now: Date): AuditItem {
  const item = readItem(file, id)
  if (item.nonconformity !== null) return item
  const grade = findingResults.find((result) => result === item.result)
  if (grade === undefined) throw new FieldbookError('conflict', { reason: text('register-audits:noFinding', { item: item.itemId }) })
  const { kind, heldOn } = file.one(auditById(item.auditId), item.auditId)
  const fields = {
    title: text('register-audits:findingTitle', { item: item.itemId, title: item.title }),
    source: kind === 'internal' ? 'internal-audit' : 'external-audit',
    grade,
    raisedOn: heldOn ?? localDay(now),
    description: item.seen,
    objectiveEvidence: item.seen,
    owner: item.answerable,
  }
  const links = [
    { kind: 'audits', id: item.auditId },
    { kind: assessables().get(item.itemId)?.kind ?? 'control', id: item.itemId },
  ] as const
  file.write(text('register-audits:history.raised', { item: item.itemId }), () => {
    const [entry] = insertEntries(file, 'nonconformities', [{ fields, links }], now)
    file.run(
      database
        .updateTable('auditItem')
        .set({ nonconformityId: entry?.id ?? null })
        .where('id', '=', id),
    )
  })
  return readItem(file, id)
}
