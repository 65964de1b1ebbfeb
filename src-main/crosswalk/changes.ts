import { loadCrosswalk } from '../catalog/crosswalk.ts'
import type { CrosswalkGuide, Framework, Isms } from '../contract/crosswalk.ts'
import { FieldbookError } from '../contract/errors.ts'
import { database } from '../engagement/database.ts'
import type { EngagementFile } from '../engagement/file.ts'
import { text } from '../language/text.ts'
import { ismsSetting, noteId, notesOf, settingOf } from './queries.ts'

interface NoteFields {
  state?: string | null | undefined
  note?: string | undefined
}

const idsOf: Record<Framework, (guide: CrosswalkGuide) => readonly { id: string }[]> = {
  'ai-act': ({ articles }) => articles,
  nist: ({ subcategories }) => subcategories,
  'iso-27001': ({ isms }) => isms,
}

/** Writes the consultant's own state and note of a row. */
export function changeNote(file: EngagementFile, framework: Framework, item: string, fields: NoteFields): void {
  if (!idsOf[framework](loadCrosswalk()).some(({ id }) => id === item)) throw new FieldbookError('not-found', { what: item })
  file.write(text('crosswalk:history.note', { item }), () => putNote(file, framework, item, fields))
}

/** The note of a row, added or changed. Call inside write(). */
export function putNote(file: EngagementFile, framework: Framework, item: string, { state, note }: NoteFields): void {
  const given = { ...(state === undefined ? {} : { state }), ...(note === undefined ? {} : { note }) }
  if (Object.keys(given).length === 0) return
  const there = file.first(notesOf(framework).where('item', '=', item))
  if (there) file.run(database.updateTable('crosswalkNote').set(given).where('id', '=', there.id))
  else file.run(database.insertInto('crosswalkNote').values({ id: noteId(framework, item), framework, item, ...given }))
}

/** Says whether the client has a management system by ISO/IEC 27001. */
export function changeIsms(file: EngagementFile, state: Isms): void {
  file.write(text('crosswalk:history.isms', { state: text(`crosswalk:isms.${state}`) }), () => putIsms(file, state))
}

/** The setting, added or changed. Call inside write(). */
export function putIsms(file: EngagementFile, value: Isms): void {
  if (file.first(settingOf(ismsSetting))) file.run(database.updateTable('setting').set({ value }).where('id', '=', ismsSetting))
  else file.run(database.insertInto('setting').values({ id: ismsSetting, value }))
}

const bare = (words: string) =>
  words
    .toLowerCase()
    .replace(/^\s*(art(icle)?s?\.?)?\s*/, '')
    .replace(/\s+/g, '')

/** Entries on an article number that a client brings: the number itself, as drafts and older guides print it. */
export function findOlder(words: string): CrosswalkGuide['olderNumbers'] {
  const wanted = bare(words)
  return wanted === '' ? [] : loadCrosswalk().olderNumbers.filter(({ older }) => older === wanted)
}
