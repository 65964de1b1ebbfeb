import type { ReportOptions } from '../../contract/documents.ts'
import type { ReviewWork } from '../../contract/reviews.ts'
import type { EngagementFile } from '../../engagement/file.ts'
import { readRegister } from '../../engagement/registers/read.ts'
import type { ReportMaker } from '../../engagement/reports/maker.ts'
import { text } from '../../language/text.ts'
import type { ReportHead } from '../../report/head.ts'
import type { Block, Section } from '../../report/model.ts'
import { readReview } from './reviews.ts'

/** Minutes of one management review (clause 9.3): inputs, minutes, decisions and the actions that follow. */
export const reviewReport: ReportMaker = { head, sections }

const said = (key: string, values: Record<string, string | number> = {}) => text(`register-reviews:reviewReport.${key}`, values)

/** The review that was asked for; else the one that was held last, else the first that is planned. */
function chosen(file: EngagementFile, { recordId }: ReportOptions) {
  const all = readRegister(file, 'reviews', recordId === undefined ? undefined : [recordId])
  return all.toSorted((a, b) => ((a.heldOn ?? '') < (b.heldOn ?? '') ? 1 : -1))[0]
}

function head(file: EngagementFile, options: ReportOptions, today: string): ReportHead {
  const review = chosen(file, options)
  return {
    report: 'review',
    title: said('title'),
    subtitle: review ? said('subtitle', { reference: review.reference, title: review.title }) : said('noReviews'),
    documentId: review ? `${said('documentId')}-${review.reference}` : said('documentId'),
    version: today,
    status: review ? text(`register-reviews:state.${review.state}`) : said('none'),
    isReady: review?.state === 'approved',
    date: today,
    ...(review && review.state === 'approved' && review.approvedBy.trim() !== '' ? { approver: review.approvedBy } : {}),
  }
}

const paragraph = (words: string): Block => ({ kind: 'paragraph', runs: [{ text: words }] })

function sections(file: EngagementFile, options: ReportOptions, today: string): Section[] {
  const review = chosen(file, options)
  if (!review) return [{ id: 'meeting', title: said('sections.meeting'), blocks: [paragraph(said('noReviews'))] }]
  const work = readReview(file, review.id, today)
  const isFrozen = work.inputs.every((each) => each.isFrozen)
  const shown = ['plannedOn', 'heldOn', 'chair', 'attendees', 'state', 'approvedBy', 'approvedOn'] as const
  const words = (name: (typeof shown)[number]) => (name === 'state' ? text(`register-reviews:state.${review.state}`) : (review[name] ?? ''))
  return [
    {
      id: 'meeting',
      title: said('sections.meeting'),
      blocks: [
        {
          kind: 'details',
          id: review.reference,
          title: `${review.reference} ${review.title}`,
          items: shown.flatMap((name) =>
            words(name).trim() === '' ? [] : [{ label: text(`register-reviews:fields.${name}`), text: words(name) }],
          ),
        },
        paragraph(isFrozen ? said('frozen', { day: review.heldOn ?? '' }) : said('live')),
        ...(review.conclusion.trim() === ''
          ? []
          : [
              {
                kind: 'callout' as const,
                tone: 'info' as const,
                title: text('register-reviews:fields.conclusion'),
                runs: [{ text: review.conclusion }],
              },
            ]),
      ],
    },
    { id: 'inputs', title: said('sections.inputs'), blocks: work.inputs.map(inputDetails) },
    {
      id: 'minutes',
      title: said('sections.minutes'),
      blocks:
        review.minutes.trim() === ''
          ? [paragraph(said('noMinutes'))]
          : review.minutes
              .split(/\n+/)
              .filter((line) => line.trim() !== '')
              .map(paragraph),
    },
    { id: 'decisions', title: said('sections.decisions'), landscape: true, blocks: [decisionTable(file, work)] },
  ]
}

function inputDetails({ input, note, gathered }: ReviewWork['inputs'][number]): Block {
  const figures = gathered.figures.map(({ label, value }) => `${label}: ${value}`).join(' · ')
  const named = [...gathered.points.map((point) => point.text), ...(gathered.more > 0 ? [said('more', { count: gathered.more })] : [])]
  const isBad = gathered.figures.some((figure) => figure.isBad && figure.value > 0)
  return {
    kind: 'details',
    id: `input-${input}`,
    title: text(`register-reviews:input.${input}`),
    ...(isBad ? { tone: 'fair' as const, state: text('register-reviews:meeting.attention') } : {}),
    items: [
      { label: text('register-reviews:fields.summary'), text: `${gathered.sentence}\n${figures}` },
      ...(named.length > 0 ? [{ label: said('named'), text: named.join('\n') }] : []),
      ...(note.trim() === '' ? [] : [{ label: said('note'), text: note }]),
    ],
  }
}

function decisionTable(file: EngagementFile, { decisions }: ReviewWork): Block {
  const actions = new Map(readRegister(file, 'actions').map((action) => [action.id, action]))
  const column = (id: string, width: number) => ({ id, title: said(`columns.${id}`), width })
  return {
    kind: 'table',
    id: 'review-decisions',
    title: said('sections.decisions'),
    columns: [
      column('number', 6),
      column('kind', 14),
      column('decision', 40),
      column('action', 12),
      column('owner', 16),
      column('due', 11),
      column('state', 11),
    ],
    rows: decisions.map(({ id, kind, decision, action }, index) => {
      const { owner = '', dueDate = null } = (action && actions.get(action.id)) ?? {}
      return {
        id,
        cells: [
          { text: String(index + 1), number: index + 1 },
          { text: text(`register-reviews:decisionKind.${kind}`) },
          { text: decision },
          { text: action?.reference ?? '', strong: true },
          { text: owner },
          dueDate === null ? { text: '' } : { text: dueDate, date: dueDate },
          { text: action ? text(`register-actions:state.${action.state}`) : '' },
        ],
      }
    }),
    empty: said('noDecisions'),
  }
}
