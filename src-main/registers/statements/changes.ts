import type { z } from 'zod'
import { contentOf } from '../../catalog/statement-guide.ts'
import { FieldbookError } from '../../contract/errors.ts'
import type { StatementKind, statementFields } from '../../contract/statements.ts'
import { database } from '../../engagement/database.ts'
import type { EngagementFile } from '../../engagement/file.ts'
import { isEngagementScope, readStatement, sectionId, startOf } from '../../engagement/statements.ts'
import { text } from '../../language/text.ts'

/** Makes sure that a statement has its row. Call inside write(). */
function begin(file: EngagementFile, kind: StatementKind, now: Date): void {
  file.run(
    database
      .insertInto('statement')
      .values({ id: kind, kind, createdAt: now.toISOString() })
      .onConflict((conflict) => conflict.doNothing()),
  )
}

/** Puts texts into sections. Call inside write(). */
export function insertSections(
  file: EngagementFile,
  kind: StatementKind,
  texts: readonly { section: string; body: string }[],
  now: Date,
): void {
  begin(file, kind, now)
  for (const { section, body } of texts) {
    if (isEngagementScope(kind, section)) file.run(database.updateTable('engagement').set({ scope: body }))
    else
      file.run(
        database
          .insertInto('statementSection')
          .values({ id: sectionId(kind, section), statementId: kind, section, body })
          .onConflict((conflict) => conflict.columns(['statementId', 'section']).doUpdateSet({ body })),
      )
  }
}

/** Gives a statement owner and review date. Call inside write(). */
export function setFields(file: EngagementFile, kind: StatementKind, fields: Partial<z.output<typeof statementFields>>, now: Date): void {
  begin(file, kind, now)
  if (Object.keys(fields).length > 0) file.run(database.updateTable('statement').set(fields).where('id', '=', kind))
}

/** Writes one section of a statement. @throws FieldbookError not-found where the statement has no such section. */
export function write(file: EngagementFile, kind: StatementKind, section: string, body: string, now: Date): void {
  const { title, sections } = contentOf(kind)
  const known = sections.find(({ id }) => id === section)
  if (!known) throw new FieldbookError('not-found', { what: section })
  file.write(text('statements:history.wrote', { section: known.title, title }), () => insertSections(file, kind, [{ section, body }], now))
}

/** Changes owner or review date. */
export function update(file: EngagementFile, kind: StatementKind, fields: Partial<z.output<typeof statementFields>>, now: Date): void {
  file.write(text('statements:history.changed', { title: contentOf(kind).title }), () => setFields(file, kind, fields, now))
}

/** Puts the starting texts into the sections that say nothing yet; all of them where none are named. What is written stays as it is. */
export function takeOver(file: EngagementFile, kind: StatementKind, wanted: readonly string[] | undefined, now: Date): void {
  const { written } = readStatement(file, kind, '')
  const empty = written.filter(({ section, body }) => body.trim() === '' && (wanted === undefined || wanted.includes(section)))
  if (empty.length === 0) return
  const texts = empty.map(({ section }) => ({ section, body: startOf(file, kind, section) }))
  file.write(text('statements:history.tookOver', { count: texts.length, title: contentOf(kind).title }), () =>
    insertSections(file, kind, texts, now),
  )
}
