import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { loadStatementGuide } from '../../catalog/statement-guide.ts'
import { statementKind } from '../../contract/statements.ts'
import type { EngagementFile } from '../../engagement/file.ts'
import { readStatement, startOf } from '../../engagement/statements.ts'
import { insertSections, setFields } from '../../registers/statements/changes.ts'
import { freeze } from '../../registers/statements/versions.ts'
import { resourceFolder } from '../../resources.ts'
import { inDays } from './in-days.ts'

const texts = z.record(z.string(), z.string())
const sampleStatement = z.strictObject({
  owner: z.string(),
  reviewIn: z.number().nullable(),
  /** What stands in the gaps of a section's starting text, in order; gaps without one stay open. */
  gaps: z.record(z.string(), z.array(z.string())),
  /** Sections that do not begin with the starting text. */
  text: texts,
  approved: z.strictObject({ daysAgo: z.number(), approver: z.string(), note: z.string() }).nullable(),
  /** What was written after the approval. */
  after: texts,
})

/** Writes the statements of the sample, approves those that are, and changes them since. Call inside write(). */
export function addStatements(file: EngagementFile): void {
  const content: unknown = JSON.parse(readFileSync(join(resourceFolder(), 'sample', 'statements.json'), 'utf8'))
  const statements = z.record(statementKind, sampleStatement).parse(content)
  const now = new Date()
  for (const { kind } of loadStatementGuide()) {
    const { owner, reviewIn, gaps, text, approved, after } = statements[kind]
    const empty = readStatement(file, kind, '').written.filter(({ body }) => body === '')
    const bodies = empty.map(({ section }) => ({
      section,
      body: text[section] ?? filled(startOf(file, kind, section), gaps[section] ?? []),
    }))
    insertSections(file, kind, bodies, now)
    setFields(file, kind, { owner, reviewDate: inDays(reviewIn) }, now)
    if (approved) {
      const { daysAgo, ...approval } = approved
      freeze(file, kind, { ...approval, approvedOn: inDays(-daysAgo) ?? '' }, now)
    }
    insertSections(
      file,
      kind,
      Object.entries(after).map(([section, body]) => ({ section, body })),
      now,
    )
  }
}

function filled(start: string, words: readonly string[]): string {
  let next = 0
  return start.replaceAll(/\[[^\]\n]+\]/g, (open) => words[next++] ?? open)
}
