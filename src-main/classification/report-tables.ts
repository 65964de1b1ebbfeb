import { loadQuestionnaire } from '../catalog/questionnaire.ts'
import type { DutyRole } from '../contract/classification.ts'
import { text } from '../language/text.ts'
import type { Block, Cell, Column, GroupRow, Row, Table } from '../report/model.ts'
import type { DecisionRecord } from './records.ts'

const cell = (content: string): Cell => ({ text: content })
export const dayCell = (day: string | null): Cell => (day === null ? cell('') : { text: day, date: day })
export const rolesOf = (roles: readonly DutyRole[]) => roles.map((role) => text(`classification:role.${role}`)).join(', ')

export const column = (id: string, width: number, align?: Column['align']): Column => ({
  id,
  width,
  title: text(`classification:report.columns.${id}`),
  ...(align ? { align } : {}),
})

/** The rows of each record, under its name where there is more than one. */
function rowsOf(records: DecisionRecord[], toRows: (record: DecisionRecord) => Row[]): (Row | GroupRow)[] {
  return records.flatMap((record): (Row | GroupRow)[] => [
    ...(records.length > 1 ? [{ group: true, id: `group-${record.id}`, title: record.name } as const] : []),
    ...toRows(record),
  ])
}

const titleOf = (records: DecisionRecord[], key: string) => {
  const [only] = records
  return only && records.length === 1 ? text(`classification:report.${key}`, { name: only.name }) : text(`classification:report.all.${key}`)
}

/** Why: the steps of the decision in their order, each with its article. */
export function stepsOf({ outcome }: DecisionRecord): Block[] {
  if (outcome.steps.length === 0) return [{ kind: 'paragraph', runs: [{ text: text('classification:report.noSteps') }] }]
  return [
    { kind: 'paragraph', runs: [{ text: text('classification:report.steps'), strong: true }] },
    { kind: 'list', items: outcome.steps.map(({ sentence, article }) => [{ text: `${sentence} ` }, { text: article, emphasis: true }]) },
  ]
}

/** What binds the organization, for whom, from when, and which controls and clauses answer it. */
export function dutiesTable(records: DecisionRecord[], today: string): Table {
  const duties = new Map(loadQuestionnaire().duties.map((duty) => [duty.id, duty]))
  return {
    kind: 'table',
    id: `duties-${records.map(({ id }) => id)[0] ?? ''}`,
    title: titleOf(records, 'dutiesOf'),
    columns: [
      column('duty', 42),
      column('article', 15),
      column('role', 12),
      column('from', 13),
      column('controls', 10),
      column('clauses', 8),
    ],
    rows: rowsOf(records, ({ id, outcome }) =>
      outcome.duties.flatMap((bound) => {
        const duty = duties.get(bound.id)
        if (!duty) return []
        const isComing = bound.appliesFrom > today
        return [
          {
            id: `${id}-${duty.id}`,
            cells: [
              cell([`${duty.title}. ${duty.what}`, bound.dateNote].filter(Boolean).join('\n')),
              cell(duty.articles.join(', ')),
              cell(rolesOf(bound.roles)),
              { ...dayCell(bound.appliesFrom), tone: isComing ? ('info' as const) : ('fair' as const) },
              cell(duty.controls.join(', ')),
              cell(duty.clauses.join(', ')),
            ],
          },
        ]
      }),
    ),
    empty: text('classification:report.noDuties'),
  }
}

/** Every question that matters, with its answer, the reason and the article. */
export function answersTable(records: DecisionRecord[]): Table {
  return {
    kind: 'table',
    id: `answers-${records.map(({ id }) => id)[0] ?? ''}`,
    title: titleOf(records, 'answers'),
    columns: [column('question', 28), column('answer', 28), column('reason', 30), column('article', 14)],
    rows: rowsOf(records, ({ id, answers }) =>
      answers.map(({ question, labels, reason, articles }) => ({
        id: `${id}-${question.id}`,
        cells: [
          cell(`${question.short}\n${question.text}`),
          labels.length === 0 ? { text: text('classification:report.notAnswered'), tone: 'neutral' } : cell(labels.join('\n')),
          cell(reason),
          cell(articles.join(', ')),
        ],
      })),
    ),
    empty: text('classification:report.noAnswers'),
  }
}
