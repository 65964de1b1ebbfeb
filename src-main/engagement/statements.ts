import { contentOf, loadStatementGuide } from '../catalog/statement-guide.ts'
import {
  type FrozenStatement,
  frozenStatement,
  type ScopeSystem,
  type SectionContent,
  type Statement,
  type StatementContent,
  type StatementKind,
  type StatementPoint,
  type StatementSummary,
  type WrittenSection,
} from '../contract/statements.ts'
import { text } from '../language/text.ts'
import { database } from './database.ts'
import type { EngagementFile } from './file.ts'
import { readEngagement } from './queries.ts'
import { inUse } from './systems-in-use.ts'

/** The section of the scope that is the engagement's own scope: kept once, so that statement, SoA and cover never contradict (clause 4.3). */
export const isEngagementScope = (kind: StatementKind, section: string) => kind === 'scope' && section === 'statement'

/** Two copies of an engagement write the same row, so a section's id is made of its names. */
export const sectionId = (kind: StatementKind, section: string) => `${kind}/${section}`

const statementRows = database.selectFrom('statement').select(['kind', 'owner', 'reviewDate'])
const sectionRows = database.selectFrom('statementSection').select(['statementId', 'section', 'body'])
const inScope = database
  .selectFrom('aiSystem')
  .select(['reference', 'name', 'role', 'lifeCycleStage', 'owner'])
  .where(inUse)
  .orderBy('reference')
  .orderBy('name')

/** The newest version of each statement. */
const newestVersions = database
  .selectFrom('statementVersion as version')
  .select(['statementId', 'number', 'approvedOn', 'approver', 'content'])
  .where('number', '=', (of) =>
    of
      .selectFrom('statementVersion as other')
      .select(({ fn }) => fn.max('other.number').as('newest'))
      .whereRef('other.statementId', '=', 'version.statementId'),
  )

/** AI systems of the inventory that are in scope: all that are not retired. */
export const readScopeSystems = (file: EngagementFile): ScopeSystem[] => file.all(inScope)

/** Statements with their sections, what is missing, and what changed since their approval: all, or one. `today` is a calendar day, ISO 8601. */
export function readStatements(file: EngagementFile, today: string, only?: StatementKind): Statement[] {
  const engagement = readEngagement(file)
  const rows = new Map(file.all(statementRows).map((row) => [row.kind, row]))
  const bodies = new Map(file.all(sectionRows).map(({ statementId, section, body }) => [`${statementId}/${section}`, body]))
  const newest = new Map(file.all(newestVersions).map((row) => [row.statementId, row]))
  const contents = only === undefined ? loadStatementGuide() : [contentOf(only)]
  return contents.map((content) => {
    const { kind, clause, title, sections } = content
    const { owner = '', reviewDate = null } = rows.get(kind) ?? {}
    const written = sections.map((section): WrittenSection => {
      const named = { section: section.id, title: section.title }
      return isEngagementScope(kind, section.id)
        ? { ...named, body: engagement.scope, record: engagement.id, field: 'scope' }
        : { ...named, body: bodies.get(sectionId(kind, section.id)) ?? '', record: sectionId(kind, section.id), field: 'body' }
    })
    const own = kind === 'scope' ? readScopeSystems(file) : []
    const version = newest.get(kind)
    const changedSections = version
      ? changedIn(frozenStatement.parse(JSON.parse(version.content)), { sections: written, systems: own })
      : []
    const points = missingIn(content, written, { owner, reviewDate })
    const needed = sections.filter(({ optional }) => !optional)
    return {
      kind,
      clause,
      title,
      sections: needed.length,
      filled: needed.filter(({ id }) => isWritten(written, id)).length,
      missing: points.length,
      latestVersion: version?.number ?? null,
      approvedOn: version?.approvedOn ?? null,
      approver: version?.approver ?? '',
      isChanged: changedSections.length > 0,
      owner,
      reviewDate,
      isReviewOverdue: reviewDate !== null && reviewDate < today,
      written,
      systems: own,
      points,
      changedSections,
    }
  })
}

/** How far each statement is, for whoever asks: readiness, the dashboard, a review. */
export const summariesOf = (statements: readonly Statement[]): StatementSummary[] =>
  statements.map(({ written: _written, systems: _systems, points: _points, changedSections: _changed, ...summary }) => summary)

export function readStatement(file: EngagementFile, kind: StatementKind, today: string): Statement {
  const [found] = readStatements(file, today, kind)
  if (!found) throw new Error(`no content for the statement ${kind}`)
  return found
}

/** The statement as a version would keep it: sections that say nothing are left out. */
export function asItStands({ written, systems }: Pick<Statement, 'written' | 'systems'>): FrozenStatement {
  const sections = written.filter(({ body }) => body.trim() !== '')
  return frozenStatement.parse({ sections, systems })
}

const isWritten = (written: readonly WrittenSection[], id: string) =>
  written.some(({ section, body }) => section === id && body.trim() !== '')

/** Sections whose text is another; the systems belong to the section that names them. */
function changedIn(frozen: FrozenStatement, now: FrozenStatement): string[] {
  const before = new Map(frozen.sections.map(({ section, body }) => [section, body]))
  const after = new Map(now.sections.map(({ section, body }) => [section, body]))
  const changed = [...new Set([...before.keys(), ...after.keys()])].filter(
    (id) => (before.get(id) ?? '').trimEnd() !== (after.get(id) ?? '').trimEnd(),
  )
  const names = (systems: readonly ScopeSystem[]) => JSON.stringify(systems.map(({ reference, name }) => [reference, name]).sort())
  return names(frozen.systems) === names(now.systems) ? changed : [...new Set([...changed, 'systems'])]
}

/** What only the client knows and a starting text leaves to them: [the committee]. A link of Markdown is none. */
const gap = /\[[^\]\n]{1,200}\](?!\()/g

/** What is missing before the approval: sections, gaps in them, an owner and a day for the review (clauses 7.5.2 and 7.5.3). */
function missingIn(
  content: StatementContent,
  written: readonly WrittenSection[],
  { owner, reviewDate }: { owner: string; reviewDate: string | null },
): StatementPoint[] {
  const bodies = new Map(written.map(({ section, body }) => [section, body]))
  const ofSection = ({ id, title, optional }: SectionContent): StatementPoint[] => {
    const body = bodies.get(id) ?? ''
    if (body.trim() === '') return optional ? [] : [{ sentence: text('statements:missing.section', { title }), section: id, field: null }]
    const gaps = body.match(gap) ?? []
    return gaps.length === 0
      ? []
      : [{ sentence: text('statements:missing.gaps', { title, count: gaps.length, first: gaps[0] ?? '' }), section: id, field: null }]
  }
  return [
    ...content.sections.flatMap(ofSection),
    ...(owner.trim() === '' ? [{ sentence: text('statements:missing.owner'), section: null, field: 'owner' }] : []),
    ...(reviewDate === null ? [{ sentence: text('statements:missing.reviewDate'), section: null, field: 'reviewDate' }] : []),
  ]
}

/** The starting text of a section with the engagement's own names in it; what is not known yet stays a gap to be filled in. */
export function startOf(file: EngagementFile, kind: StatementKind, section: string): string {
  const start = contentOf(kind).sections.find(({ id }) => id === section)?.start ?? ''
  if (!start.includes('{')) return start
  const { client, approver } = readEngagement(file)
  const words: Record<string, string> = { client, approver: approver.trim() || text('statements:start.approver') }
  if (start.includes('{systems}')) words.systems = String(readScopeSystems(file).length)
  return start.replaceAll(/\{(\w+)\}/g, (whole, word: string) => words[word] ?? whole)
}
