import { sql } from 'kysely'
import { v7 as uuid } from 'uuid'
import { assessables } from '../../catalog/load.ts'
import { FieldbookError } from '../../contract/errors.ts'
import {
  type LinkedItem,
  type LinkKind,
  type LinkTarget,
  linkKind,
  type RegisterId,
  registerId,
  registers,
} from '../../contract/registers/index.ts'
import { text } from '../../language/text.ts'
import { database, type Query } from '../database.ts'
import type { EngagementFile } from '../file.ts'
import { listed } from '../lists.ts'
import { tableOf } from './read.ts'

/** How an item is called: its reference or identifier, and its title. */
export interface ItemName {
  id: string
  code: string
  title: string
}

const isRegister = (kind: LinkKind): kind is RegisterId => Object.hasOwn(registers, kind)

/** Names of records of one kind; all of them where no ids are given. */
function namesInTable(table: string, code: string, title: string, ids?: readonly string[]): Query<ItemName> {
  const chosen = ids ? sql`WHERE id IN ${listed(ids)}` : sql``
  const codeColumn = code === '' ? sql`''` : sql.ref(code)
  const names = sql<ItemName>`SELECT id, ${codeColumn} AS code, ${sql.ref(title)} AS title FROM ${sql.table(table)} ${chosen} ORDER BY code, title, id`
  return { compile: () => names.compile(database) }
}

const customControls = database.selectFrom('customControl').select(['code as id', 'code', 'title']).orderBy('code')

/** Names of the items of a kind: those with these ids, or all. Ids that are not there any more are left out. */
export function itemNames(file: EngagementFile, kind: LinkKind, ids?: readonly string[]): ItemName[] {
  if (kind === 'requirement' || kind === 'control') {
    const ofCatalog = [...assessables().values()].filter((item) => item.kind === kind).map(({ id, title }) => ({ id, code: id, title }))
    const all = kind === 'control' ? [...ofCatalog, ...file.all(customControls)] : ofCatalog
    return ids ? all.filter(({ id }) => ids.includes(id)) : all
  }
  if (kind === 'system') return file.all(namesInTable('aiSystem', 'reference', 'name', ids))
  if (kind === 'risk') return file.all(namesInTable('risk', 'reference', 'title', ids))
  if (kind === 'assessment') return file.all(namesInTable('impactAssessment', '', 'title', ids))
  return file.all(namesInTable(tableOf(kind), 'reference', 'title', ids))
}

const linkRows = database.selectFrom('recordLink').select(['id', 'recordId', 'recordKind', 'targetKind', 'targetId'])

/** Everything that is linked with an item, whichever end named the other; by kind, then by code. */
export function linkedWith(file: EngagementFile, { kind, id }: LinkTarget): LinkedItem[] {
  const named = file
    .all(linkRows.where('recordId', '=', id))
    .map((row) => ({ linkId: row.id, kind: linkKind.parse(row.targetKind), id: row.targetId, isOwn: true }))
  const naming = file
    .all(linkRows.where('targetId', '=', id).where('targetKind', '=', kind))
    .map((row) => ({ linkId: row.id, kind: linkKind.parse(row.recordKind), id: row.recordId, isOwn: false }))
  const byKind = Map.groupBy([...named, ...naming], (link) => link.kind)
  return [...byKind].flatMap(([ofKind, links]) => {
    const names = new Map(
      itemNames(
        file,
        ofKind,
        links.map((link) => link.id),
      ).map((item) => [item.id, item]),
    )
    return links
      .flatMap((link) => {
        const name = names.get(link.id)
        return name ? [{ ...link, code: name.code, title: name.title }] : []
      })
      .sort((a, b) => a.code.localeCompare(b.code, 'en', { numeric: true }) || a.title.localeCompare(b.title))
  })
}

/** How many links each entry of a register has, and how many of them with evidence. */
export function linkCounts(file: EngagementFile, register: RegisterId): Map<string, { links: number; evidence: number }> {
  const counted = sql<{ id: string; links: number; evidence: number }>`
    SELECT id, count(*) AS links, sum(isEvidence) AS evidence FROM (
      SELECT recordId AS id, targetKind = 'evidence' AS isEvidence FROM "recordLink" WHERE recordKind = ${register}
      UNION ALL SELECT targetId, recordKind = 'evidence' FROM "recordLink" WHERE targetKind = ${register})
    GROUP BY id`
  const query: Query<{ id: string; links: number; evidence: number }> = { compile: () => counted.compile(database) }
  return new Map(file.all(query).map(({ id, ...counts }) => [id, counts]))
}

/** Which register an entry belongs to; fails with not-found where no register has it. */
export function registerOf(file: EngagementFile, id: string): RegisterId {
  const places = sql.join(
    registerId.options.map((register) => sql`SELECT ${register} AS register FROM ${sql.table(tableOf(register))} WHERE id = ${id}`),
    sql` UNION ALL `,
  )
  const query: Query<{ register: string }> = { compile: () => sql<{ register: string }>`${places}`.compile(database) }
  return registerId.parse(file.one(query, id).register)
}

interface NewLink {
  recordId: string
  target: LinkTarget
}

/** Links entries of a register with targets that exist. Call inside write(). */
export function insertLinks(file: EngagementFile, register: RegisterId, links: readonly NewLink[]): void {
  for (const [kind, ofKind] of Map.groupBy(links, ({ target }) => target.kind)) {
    const wanted = [...new Set(ofKind.map(({ target }) => target.id))]
    const known = new Set(itemNames(file, kind, wanted).map(({ id }) => id))
    const unknown = wanted.filter((id) => !known.has(id))
    if (unknown.length > 0) throw new FieldbookError('not-found', { what: unknown.join(', ') })
  }
  file.runEach(
    database
      .insertInto('recordLink')
      .values({ id: '', recordId: '', recordKind: '', targetKind: '', targetId: '' })
      .onConflict((conflict) => conflict.doNothing()),
    links.map(({ recordId, target }) => [uuid(), recordId, register, target.kind, target.id]),
  )
}

/** Links an entry with something. Two entries are linked once, whichever names the other. */
export function addLink(file: EngagementFile, id: string, target: LinkTarget): void {
  const register = registerOf(file, id)
  if (isRegister(target.kind) && linkedWith(file, { kind: register, id }).some((item) => item.id === target.id)) return
  const [name] = itemNames(file, register, [id])
  file.write(text('registers:history.linked', { reference: name?.code ?? '' }), () =>
    insertLinks(file, register, [{ recordId: id, target }]),
  )
}

/** Takes links away. */
export function removeLinks(file: EngagementFile, linkIds: readonly string[]): void {
  file.write(text('registers:history.unlinked', { count: linkIds.length }), () =>
    file.run(database.deleteFrom('recordLink').where('id', 'in', listed(linkIds))),
  )
}
