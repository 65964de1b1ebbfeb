import { contentOf } from '../../catalog/statement-guide.ts'
import type { ReportOptions } from '../../contract/documents.ts'
import type { FrozenStatement, ScopeSystem, Statement, StatementKind } from '../../contract/statements.ts'
import type { EngagementFile } from '../../engagement/file.ts'
import type { ReportMaker } from '../../engagement/reports/maker.ts'
import { readStatement } from '../../engagement/statements.ts'
import { text } from '../../language/text.ts'
import type { ReportHead } from '../../report/head.ts'
import type { Block, Section } from '../../report/model.ts'
import { proseBlocks } from './prose.ts'
import { readVersion, readVersions } from './versions.ts'

export const scopeReport = statementReport('scope')
export const policyReport = statementReport('policy')
export const riskProcessReport = statementReport('risk-process')
export const treatmentProcessReport = statementReport('treatment-process')
export const impactProcessReport = statementReport('impact-process')
export const auditProgrammeReport = statementReport('audit-programme')

/** An authored statement as a document: its sections as prose, and who approved which version when (clause 7.5.2). */
function statementReport(kind: StatementKind): ReportMaker {
  return {
    head: (file, options, today) => head(file, kind, options, today),
    sections: (file, options, today) => sections(file, kind, options, today),
  }
}

function head(file: EngagementFile, kind: StatementKind, { statementVersion = 0 }: ReportOptions, today: string): ReportHead {
  const { title, about } = contentOf(kind)
  const shared = { report: kind, title, subtitle: about, documentId: text(`statements:documentId.${kind}`) }
  const version = statementVersion === 0 ? undefined : readVersions(file, kind).find(({ number }) => number === statementVersion)
  if (version) {
    const { number, approvedOn, approver } = version
    return {
      ...shared,
      version: String(number),
      status: text('documents:state.approved'),
      isReady: true,
      date: approvedOn,
      approver,
      approvedVersion: number,
    }
  }
  const statement = readStatement(file, kind, today)
  return { ...shared, ...stateOf(statement, today) }
}

/** What stands now: the newest version where nothing changed since, and a draft of the next one otherwise. */
function stateOf(
  statement: Statement,
  today: string,
): Pick<ReportHead, 'version' | 'status' | 'isReady' | 'date' | 'approver' | 'approvedVersion'> {
  const { latestVersion, isChanged, approvedOn, approver, missing } = statement
  if (latestVersion !== null && !isChanged && approvedOn !== null)
    return {
      version: String(latestVersion),
      status: text('documents:state.approved'),
      isReady: true,
      date: approvedOn,
      approver,
      approvedVersion: latestVersion,
    }
  const status = missing > 0 ? text('statements:report.missing', { count: missing }) : text('documents:state.draft')
  return { version: text('statements:report.draftOf', { number: (latestVersion ?? 0) + 1 }), status, isReady: false, date: today }
}

function sections(file: EngagementFile, kind: StatementKind, { statementVersion = 0 }: ReportOptions, today: string): Section[] {
  const frozen = readVersion(file, kind, statementVersion)
  const { owner, reviewDate } = readStatement(file, kind, today)
  const written = frozen.sections.map(({ section, title, body }): Section => {
    const systems = kind === 'scope' && section === 'systems' ? [systemsTable(frozen.systems)] : []
    return { id: section, title, blocks: [...proseBlocks(body), ...systems] }
  })
  const isListed = written.some(({ id }) => id === 'systems')
  return [
    ...(written.length === 0 ? [nothingYet(kind)] : written),
    ...(kind === 'scope' && !isListed ? [systemsSection(frozen)] : []),
    control(file, kind, { owner, reviewDate }),
  ]
}

const nothingYet = (kind: StatementKind): Section => ({
  id: 'nothing',
  title: contentOf(kind).title,
  blocks: [
    { kind: 'callout', tone: 'fair', title: text('statements:report.nothing'), runs: [{ text: text('statements:report.nothingHelp') }] },
  ],
})

const systemsSection = ({ systems }: FrozenStatement): Section => ({
  id: 'systems',
  title: text('statements:report.systems'),
  blocks: [systemsTable(systems)],
})

function systemsTable(systems: readonly ScopeSystem[]): Block {
  const column = (id: string, width: number) => ({ id, title: text(`statements:report.columns.${id}`), width })
  return {
    kind: 'table',
    id: 'scope-systems',
    title: text('statements:report.systems'),
    columns: [column('reference', 10), column('name', 30), column('role', 16), column('stage', 16), column('owner', 28)],
    rows: systems.map(({ reference, name, role, lifeCycleStage, owner }) => ({
      id: reference || name,
      cells: [
        { text: reference, strong: true },
        { text: name },
        { text: role === null ? '' : text(`inventory:role.${role}`) },
        { text: lifeCycleStage === null ? '' : text(`inventory:lifeCycleStage.${lifeCycleStage}`) },
        { text: owner },
      ],
    })),
    empty: text('statements:report.noSystems'),
  }
}

/** Owner, next review and every approval. */
function control(file: EngagementFile, kind: StatementKind, { owner, reviewDate }: Pick<Statement, 'owner' | 'reviewDate'>): Section {
  const column = (id: string, width: number) => ({ id, title: text(`statements:report.columns.${id}`), width })
  const { clause, controls } = contentOf(kind)
  const answers = [
    text('registers:report.clauses', { count: 1, ids: clause }),
    ...(controls.length > 0 ? [text('registers:report.controls', { count: controls.length, ids: controls.join(', ') })] : []),
  ]
  return {
    id: 'control',
    title: text('statements:report.control'),
    blocks: [
      {
        kind: 'details',
        id: `${kind}-control`,
        title: text('statements:report.upkeep'),
        items: [
          { label: text('statements:fields.owner'), text: owner || text('documents:control.open') },
          { label: text('statements:fields.reviewDate'), text: reviewDate ?? text('documents:control.open') },
          { label: text('registers:part.answers'), text: answers.join('; ') },
        ],
      },
      {
        kind: 'table',
        id: `${kind}-versions`,
        title: text('statements:report.versions'),
        columns: [column('version', 12), column('approvedOn', 16), column('approver', 26), column('note', 46)],
        rows: readVersions(file, kind).map(({ number, approvedOn, approver, note }) => ({
          id: `${kind}-${number}`,
          cells: [{ text: String(number), number }, { text: approvedOn, date: approvedOn }, { text: approver }, { text: note }],
        })),
        empty: text('statements:report.noVersions'),
      },
    ],
  }
}
