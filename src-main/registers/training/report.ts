import type { Attendance, TrainingMatrix } from '../../contract/training.ts'
import type { EngagementFile } from '../../engagement/file.ts'
import type { ReportMaker } from '../../engagement/reports/maker.ts'
import { text } from '../../language/text.ts'
import type { ReportHead } from '../../report/head.ts'
import type { Block, Cell, Section, Tone } from '../../report/model.ts'
import { isCurrent, literatePeople, readMatrix, summaryOf } from './matrix.ts'

/** Who needs and attended which training, who is due, and how far measures of AI literacy reach (clauses 7.2 and 7.3; AI Act Art. 4). */
export const trainingReport: ReportMaker = {
  head,
  sections: (file, _options, today) => {
    const matrix = readMatrix(file, today)
    return [summary(matrix), matrixSection(matrix), dueSection(matrix), literacySection(matrix)]
  },
}

function head(file: EngagementFile, _options: unknown, today: string): ReportHead {
  const { needed, overdue } = summaryOf(readMatrix(file, today))
  const key = needed === 0 ? 'empty' : overdue > 0 ? 'overdue' : 'current'
  return {
    report: 'training',
    title: text('training:report.title'),
    subtitle: text('training:report.subtitle'),
    documentId: 'AIMS-TRAINING',
    version: today,
    status: text(`registers:report.status.${key}`, { count: overdue }),
    isReady: key === 'current',
    date: today,
  }
}

const toneOf: Record<Attendance['state'], Tone> = { needed: 'fair', due: 'info', attended: 'good', repeat: 'info', overdue: 'poor' }

function summary(matrix: TrainingMatrix): Section {
  const { people, needed, attended, overdue, literate } = summaryOf(matrix)
  const blocks: Block[] = [
    {
      kind: 'figures',
      items: [
        { value: String(people), label: text('training:report.figures.people') },
        { value: `${attended} / ${needed}`, label: text('training:report.figures.attended') },
        { value: String(overdue), label: text('training:report.figures.overdue'), tone: overdue > 0 ? 'poor' : 'good' },
        { value: `${literate} / ${people}`, label: text('training:report.figures.literate') },
      ],
    },
    { kind: 'paragraph', runs: [{ text: text('training:report.summary', { people, needed, attended, overdue }) }] },
    byCourse(matrix),
  ]
  return { id: 'summary', title: text('registers:report.sections.summary'), blocks }
}

const chartStates = ['attended', 'repeat', 'due', 'needed', 'overdue'] as const

function byCourse({ courses, attendances }: TrainingMatrix): Block {
  return {
    kind: 'bars',
    id: 'training-courses',
    title: text('training:report.chart'),
    description: text('training:report.chartHelp'),
    series: chartStates.map((state) => ({ name: text(`training:state.${state}`), tone: toneOf[state] })),
    bars: courses.map(({ id, title }) => ({
      label: title,
      values: chartStates.map((state) => attendances.filter((each) => each.courseId === id && each.state === state).length),
    })),
  }
}

/** A person's part in a course, as a cell says it. */
function cellOf(attendance: Attendance | undefined): Cell {
  if (!attendance) return { text: '' }
  const { state, nextOn, attendedOn } = attendance
  const day = state === 'attended' ? attendedOn : nextOn
  return { text: [text(`training:state.${state}`), day].filter((words) => words !== null).join(' '), tone: toneOf[state] }
}

const pairOf = ({ personId, courseId }: Pick<Attendance, 'personId' | 'courseId'>) => `${personId} ${courseId}`

function matrixSection({ people, courses, attendances }: TrainingMatrix): Section {
  const byPair = new Map(attendances.map((each) => [pairOf(each), each]))
  return {
    id: 'matrix',
    title: text('training:report.matrix'),
    landscape: true,
    blocks: [
      {
        kind: 'table',
        id: 'training-matrix',
        title: text('training:report.matrix'),
        columns: [
          { id: 'person', title: text('training:person'), width: 24 },
          { id: 'department', title: text('register-people:fields.department'), width: 14 },
          ...courses.map(({ id, title }) => ({ id, title, width: 14 })),
        ],
        rows: people.map(({ id, reference, title, department }) => ({
          id: reference,
          cells: [
            { text: `${reference} ${title}`, strong: true },
            { text: department },
            ...courses.map((course) => cellOf(byPair.get(pairOf({ personId: id, courseId: course.id })))),
          ],
        })),
        empty: text('training:report.noPeople'),
      },
    ],
  }
}

/** Everything that is still to be attended, the most overdue first. */
function dueSection({ people, courses, attendances }: TrainingMatrix): Section {
  const names = new Map([...people, ...courses].map(({ id, reference, title }) => [id, `${reference} ${title}`]))
  const open = attendances
    .filter(({ state }) => state !== 'attended')
    .sort((a, b) => (a.nextOn ?? '9999').localeCompare(b.nextOn ?? '9999'))
  const column = (id: string, width: number) => ({ id, title: text(`training:report.columns.${id}`), width })
  return {
    id: 'due',
    title: text('training:report.due'),
    blocks: [
      {
        kind: 'table',
        id: 'training-due',
        title: text('training:report.due'),
        columns: [column('dueOn', 14), column('state', 16), column('person', 30), column('course', 26), column('attendedOn', 14)],
        rows: open.map((each) => ({
          id: each.id,
          cells: [
            each.nextOn === null ? { text: '' } : { text: each.nextOn, date: each.nextOn },
            { text: text(`training:state.${each.state}`), tone: toneOf[each.state] },
            { text: names.get(each.personId) ?? '' },
            { text: names.get(each.courseId) ?? '' },
            each.attendedOn === null ? { text: '' } : { text: each.attendedOn, date: each.attendedOn },
          ],
        })),
        empty: text('training:report.nothingDue'),
      },
    ],
  }
}

/** How far the measures that support AI literacy reach, department by department. */
function literacySection(matrix: TrainingMatrix): Section {
  const { people, courses, attendances } = matrix
  const literate = literatePeople(matrix)
  const offered = courses.filter(({ kind }) => kind === 'literacy')
  const departments = [...Map.groupBy(people, ({ department }) => department || text('training:report.noDepartment'))]
  const column = (id: string, width: number, align: 'left' | 'right' = 'left') => ({
    id,
    title: text(`training:report.columns.${id}`),
    width,
    align,
  })
  const reached = (courseId: string) => attendances.filter((each) => each.courseId === courseId && isCurrent(each)).length
  return {
    id: 'literacy',
    title: text('training:report.literacy'),
    blocks: [
      { kind: 'paragraph', runs: [{ text: text('training:report.literacyText') }] },
      {
        kind: 'list',
        items: offered.map(({ id, reference, title }) => [
          { text: `${reference} ${title}: `, strong: true },
          { text: text('training:report.reached', { count: reached(id) }) },
        ]),
      },
      {
        kind: 'table',
        id: 'training-literacy',
        title: text('training:report.literacy'),
        columns: [column('department', 40), column('people', 20, 'right'), column('literate', 20, 'right'), column('share', 20, 'right')],
        rows: departments.map(([department, members]) => {
          const count = members.filter(({ id }) => literate.has(id)).length
          return {
            id: department,
            cells: [
              { text: department, strong: true },
              { text: String(members.length), number: members.length },
              { text: String(count), number: count },
              { text: `${Math.round((count / members.length) * 100)} %` },
            ],
          }
        }),
        empty: text('training:report.noPeople'),
      },
    ],
  }
}
