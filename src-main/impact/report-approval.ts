import type { FrozenAssessment } from '../contract/impact.ts'
import { text } from '../language/text.ts'
import type { Block, Section, Tone } from '../report/model.ts'
import type { ReportSource } from './report-source.ts'
import { cell, column, dayCell, paragraph } from './report-tables.ts'
import { difference } from './versions.ts'
import { wordOf } from './words.ts'

export const decisionTone: Record<FrozenAssessment['decision'], Tone> = {
  open: 'neutral',
  proceed: 'good',
  'proceed-with-measures': 'fair',
  'do-not-proceed': 'poor',
}

/** The decision in its word and with its reason, set apart. */
export const decisionCallout = ({ decision, decisionReason }: FrozenAssessment): Block => ({
  kind: 'callout',
  tone: decisionTone[decision],
  title: text('impact:report.decisionTitle', { decision: text(`impact:decision.${decision}`) }),
  runs: [{ text: decisionReason.trim() || text('impact:report.noReason') }],
})

/** Decision, review and triggers, and who approved which version when. */
export function approvalSection(source: ReportSource): Section {
  const { assessment, guide, versions } = source
  const chosen = guide.triggers.filter(({ id }) => assessment.triggers.includes(id))
  const review = assessment.reviewDate ?? text('impact:report.noReview')
  return {
    id: 'approval',
    title: text('impact:report.sections.approval'),
    blocks: [
      decisionCallout(assessment),
      { kind: 'paragraph', runs: [{ text: `${text('impact:fields.reviewDate')}: `, strong: true }, { text: review }] },
      ...(chosen.length === 0
        ? []
        : [
            paragraph(text('impact:report.triggers')),
            { kind: 'list' as const, items: chosen.map(({ text: words }) => [{ text: words }]) },
          ]),
      ...(assessment.triggerNote.trim() === '' ? [] : [paragraph(assessment.triggerNote)]),
      {
        kind: 'table',
        id: 'versions',
        title: text('impact:report.sections.versions'),
        columns: [column('version', 10, 'right'), column('approvedOn', 14), column('approver', 26), column('note', 50)],
        rows: versions.map(({ number, approvedOn, approver, note }) => ({
          id: `version-${number}`,
          cells: [{ text: String(number), number }, dayCell(approvedOn), cell(approver), cell(note)],
        })),
        empty: text('impact:report.no.versions'),
      },
      ...changesSince(source),
    ],
  }
}

/** What is different from the approved version before this one. */
function changesSince({ file, assessment, guide, number, versions }: ReportSource): Block[] {
  const earlier = versions.find((version) => number === 0 || version.number < number)
  if (!earlier) return []
  const { added, removed, changed } = difference(file, assessment.id, earlier.number, number)
  const whole = [...added.map((code) => ({ code, what: 'added' })), ...removed.map((code) => ({ code, what: 'removed' }))]
  return [
    {
      kind: 'table',
      id: 'changes',
      title: text('impact:report.changesSince', { number: earlier.number }),
      columns: [column('part', 24), column('field', 18), column('old', 29), column('new', 29)],
      rows: [
        ...whole.map(({ code, what }, index) => ({
          id: `${what}-${index}`,
          cells: [cell(code), cell(text(`impact:report.${what}`)), cell(''), cell('')],
        })),
        ...changed.flatMap(({ code, fields }, index) =>
          fields.map(({ field, old, new: value }) => ({
            id: `changed-${index}-${field}`,
            cells: [
              cell(code),
              cell(guide.triage.find(({ id }) => id === field)?.text ?? text(`impact:fields.${field}`)),
              cell(wordOf(field, old, guide)),
              cell(wordOf(field, value, guide)),
            ],
          })),
        ),
      ],
      empty: text('impact:report.noChanges'),
    },
  ]
}
