import type { AuditItem, AuditResult } from '../../contract/audits.ts'
import type { ReportOptions } from '../../contract/documents.ts'
import type { EngagementFile } from '../../engagement/file.ts'
import { readRegister } from '../../engagement/registers/read.ts'
import type { ReportMaker } from '../../engagement/reports/maker.ts'
import { text } from '../../language/text.ts'
import type { ReportHead } from '../../report/head.ts'
import type { Block, Section, Tone } from '../../report/model.ts'
import { readChecklist } from './checklist.ts'

/** The report of one audit (clause 9.2): what was audited by whom, what was found, and the whole checklist. */
export const auditReport: ReportMaker = { head, sections }

const said = (key: string, values: Record<string, string | number> = {}) => text(`register-audits:auditReport.${key}`, values)
const field = (name: string) => text(`register-audits:fields.${name}`)

/** The audit that was asked for; else the one that was held last, else the first that is planned. */
function chosen(file: EngagementFile, { recordId }: ReportOptions) {
  const all = readRegister(file, 'audits', recordId === undefined ? undefined : [recordId])
  return all.toSorted((a, b) => ((a.heldOn ?? '') < (b.heldOn ?? '') ? 1 : -1))[0]
}

function head(file: EngagementFile, options: ReportOptions, today: string): ReportHead {
  const audit = chosen(file, options)
  return {
    report: 'audit',
    title: said('title'),
    subtitle: audit ? said('subtitle', { reference: audit.reference, title: audit.title }) : said('noAudits'),
    documentId: audit ? `${said('documentId')}-${audit.reference}` : said('documentId'),
    version: today,
    status: audit ? text(`register-audits:state.${audit.state}`) : said('none'),
    isReady: audit?.state === 'reported',
    date: today,
  }
}

function sections(file: EngagementFile, options: ReportOptions, _today: string): Section[] {
  const audit = chosen(file, options)
  if (!audit)
    return [{ id: 'summary', title: said('sections.summary'), blocks: [{ kind: 'paragraph', runs: [{ text: said('noAudits') }] }] }]
  const items = readChecklist(file, audit.id)
  return [
    { id: 'summary', title: said('sections.summary'), blocks: summary(audit, items) },
    { id: 'about', title: said('sections.about'), blocks: [about(audit)] },
    { id: 'findings', title: said('sections.findings'), blocks: findings(items) },
    { id: 'checklist', title: said('sections.checklist'), landscape: true, blocks: [checklist(items)] },
  ]
}

type Audit = NonNullable<ReturnType<typeof chosen>>
const isFinding = ({ result }: AuditItem) => result === 'major' || result === 'minor' || result === 'observation'

function summary(audit: Audit, items: readonly AuditItem[]): Block[] {
  const of = (...results: AuditResult[]) => items.filter(({ result }) => results.includes(result)).length
  const counts = {
    items: items.length,
    answered: items.length - of('open', 'not-covered'),
    conforms: of('conforms'),
    major: of('major'),
    minor: of('minor'),
    observations: of('observation'),
  }
  const own = items.filter(({ isOwnWork }) => isOwnWork)
  const notCovered = items.filter(({ result }) => result === 'not-covered')
  const paragraph = (words: string): Block[] => (words.trim() === '' ? [] : [{ kind: 'paragraph', runs: [{ text: words }] }])
  return [
    {
      kind: 'figures',
      items: [
        { value: String(counts.items), label: said('figures.items') },
        { value: String(counts.answered), label: said('figures.answered') },
        { value: String(counts.conforms), label: said('figures.conforms'), tone: 'good' },
        {
          value: String(counts.major + counts.minor),
          label: said('figures.findings'),
          tone: counts.major + counts.minor > 0 ? 'poor' : 'good',
        },
        { value: String(counts.observations), label: said('figures.observations') },
      ],
    },
    ...paragraph(said('sentence', counts)),
    ...paragraph(notCovered.length === 0 ? '' : said('notCovered', { items: notCovered.map(({ itemId }) => itemId).join(', ') })),
    ...paragraph(audit.summary),
    ...(audit.conclusion.trim() === ''
      ? []
      : [{ kind: 'callout' as const, tone: 'info' as const, title: said('conclusion'), runs: [{ text: audit.conclusion }] }]),
    ...(own.length === 0
      ? []
      : [
          {
            kind: 'callout' as const,
            tone: 'fair' as const,
            title: said('ownWork'),
            runs: [{ text: said('ownWorkText', { count: own.length, items: own.map(({ itemId }) => itemId).join(', ') }) }],
          },
        ]),
  ]
}

function about(audit: Audit): Block {
  const shown = ['kind', 'scope', 'criteria', 'method', 'auditor', 'team', 'impartiality', 'plannedOn', 'heldOn', 'state', 'notes'] as const
  const words = (name: (typeof shown)[number]) =>
    name === 'kind' || name === 'state' ? text(`register-audits:${name}.${audit[name]}`) : (audit[name] ?? '')
  return {
    kind: 'details',
    id: audit.reference,
    title: `${audit.reference} ${audit.title}`,
    items: shown.flatMap((name) => (words(name).trim() === '' ? [] : [{ label: field(name), text: words(name) }])),
  }
}

const toneOf: Record<AuditResult, Tone> = {
  conforms: 'good',
  observation: 'info',
  minor: 'fair',
  major: 'poor',
  'not-covered': 'neutral',
  open: 'neutral',
}
const word = (result: AuditResult) => text(`register-audits:result.${result}`)

function findings(items: readonly AuditItem[]): Block[] {
  const order: AuditResult[] = ['major', 'minor', 'observation']
  const found = items.filter(isFinding).toSorted((a, b) => order.indexOf(a.result) - order.indexOf(b.result))
  if (found.length === 0) return [{ kind: 'paragraph', runs: [{ text: said('noFindings') }] }]
  return found.map((item) => ({
    kind: 'details',
    id: `finding-${item.itemId}`,
    title: `${item.itemId} ${item.title}`,
    tone: toneOf[item.result],
    state: word(item.result),
    items: [
      { label: said('columns.seen'), text: item.seen },
      { label: said('columns.answerable'), text: item.answerable },
      {
        label: said('columns.nonconformity'),
        text: item.nonconformity ? `${item.nonconformity.reference} ${item.nonconformity.title}` : said('openItems'),
      },
    ].filter(({ text: words }) => words.trim() !== ''),
  }))
}

function checklist(items: readonly AuditItem[]): Block {
  const column = (id: string, width: number) => ({ id, title: said(`columns.${id}`), width })
  return {
    kind: 'table',
    id: 'audit-checklist',
    title: said('sections.checklist'),
    columns: [
      column('item', 9),
      column('title', 22),
      column('question', 30),
      column('result', 11),
      column('seen', 30),
      column('nonconformity', 11),
    ],
    rows: [...Map.groupBy(items, ({ group }) => group)].flatMap(([group, ofGroup]) => [
      { group: true as const, id: `group-${group}`, title: `${group} ${ofGroup[0]?.groupTitle ?? ''}` },
      ...ofGroup.map((item) => ({
        id: item.itemId,
        cells: [
          { text: item.itemId, strong: true },
          { text: item.title },
          { text: item.question },
          { text: word(item.result), tone: toneOf[item.result] },
          { text: item.seen },
          { text: item.nonconformity?.reference ?? '' },
        ],
      })),
    ]),
    empty: said('emptyChecklist'),
  }
}
