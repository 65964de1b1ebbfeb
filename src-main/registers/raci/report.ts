import { type RaciLetter, type RaciMatrix, raciLetters } from '../../contract/raci.ts'
import type { EngagementFile } from '../../engagement/file.ts'
import type { ReportMaker } from '../../engagement/reports/maker.ts'
import { text } from '../../language/text.ts'
import type { ReportHead } from '../../report/head.ts'
import type { Block, Section } from '../../report/model.ts'
import { readMatrix } from './matrix.ts'

/** The RACI matrix as a document (clause 5.3, control A.3.2). */
export const raciReport: ReportMaker = {
  head,
  sections: (file) => {
    const matrix = readMatrix(file)
    return [summary(matrix), table(matrix), rolesTable(matrix)]
  },
}

const incomplete = ({ activities }: RaciMatrix) => activities.filter(({ issues }) => issues.length > 0)

function head(file: EngagementFile, _options: unknown, today: string): ReportHead {
  const matrix = readMatrix(file)
  const open = incomplete(matrix).length
  const key = matrix.activities.length === 0 ? 'empty' : open > 0 ? 'open' : 'complete'
  return {
    report: 'raci',
    title: text('raci:report.title'),
    subtitle: text('raci:report.subtitle'),
    documentId: 'AIMS-RACI',
    version: today,
    status: text(`raci:report.status.${key}`, { count: open }),
    isReady: key === 'complete',
    date: today,
  }
}

function summary(matrix: RaciMatrix): Section {
  const open = incomplete(matrix)
  const points: Block[] =
    open.length === 0
      ? []
      : [
          { kind: 'paragraph', runs: [{ text: text('raci:report.openTitle'), strong: true }] },
          {
            kind: 'list',
            items: open.map(({ title, issues }) => [
              { text: `${title}: `, strong: true },
              { text: issues.map((issue) => text(`raci:issue.${issue}`)).join(' ') },
            ]),
          },
        ]
  const figures: Block = {
    kind: 'figures',
    items: [
      { value: String(matrix.activities.length), label: text('raci:report.figures.activities') },
      { value: String(matrix.roles.length), label: text('raci:report.figures.roles') },
      { value: String(open.length), label: text('raci:report.figures.open'), tone: open.length > 0 ? 'poor' : 'good' },
    ],
  }
  const meaning: Block = {
    kind: 'list',
    items: raciLetters.map((letter) => [{ text: `${letter}: `, strong: true }, { text: text(`raci:letter.${letter}`) }]),
  }
  return {
    id: 'summary',
    title: text('registers:report.sections.summary'),
    blocks: [figures, { kind: 'paragraph', runs: [{ text: text('raci:report.intro') }] }, meaning, ...points],
  }
}

const toneOf: Record<RaciLetter, 'info' | 'good' | 'neutral'> = { A: 'info', AR: 'info', R: 'good', C: 'neutral', I: 'neutral' }

function table({ roles, activities }: RaciMatrix): Section {
  return {
    id: 'matrix',
    title: text('raci:report.title'),
    landscape: true,
    blocks: [
      {
        kind: 'table',
        id: 'raci',
        title: text('raci:report.title'),
        columns: [
          { id: 'activity', title: text('raci:activity'), width: 24 },
          ...roles.map(({ id, title }) => ({ id, title, width: 76 / Math.max(roles.length, 6), align: 'center' as const })),
        ],
        rows: activities.map(({ id, title, letters }) => ({
          id,
          cells: [
            { text: title, strong: true },
            ...roles.map((role) => {
              const letter = letters[role.id]
              return letter ? { text: letter, tone: toneOf[letter], strong: letter.startsWith('A') } : { text: '' }
            }),
          ],
        })),
        empty: text('raci:report.empty'),
      },
    ],
  }
}

/** Who holds each role, and how many activities it is accountable for and does. */
function rolesTable({ roles, activities }: RaciMatrix): Section {
  const count = (roleId: string, letters: readonly RaciLetter[]) =>
    activities.filter((activity) => letters.some((letter) => activity.letters[roleId] === letter)).length
  const number = (value: number) => ({ text: String(value), number: value })
  return {
    id: 'roles',
    title: text('raci:report.rolesTitle'),
    blocks: [
      {
        kind: 'table',
        id: 'raci-roles',
        title: text('raci:report.rolesTitle'),
        columns: [
          { id: 'reference', title: text('register-roles:fields.reference'), width: 10 },
          { id: 'title', title: text('register-roles:fields.title'), width: 34 },
          { id: 'holder', title: text('register-roles:fields.holder'), width: 30 },
          { id: 'accountable', title: text('raci:report.accountable'), width: 13, align: 'right' },
          { id: 'responsible', title: text('raci:report.responsible'), width: 13, align: 'right' },
        ],
        rows: roles.map(({ id, reference, title, holder }) => ({
          id: reference,
          cells: [
            { text: reference, strong: true },
            { text: title },
            { text: holder || text('documents:control.open') },
            number(count(id, ['A', 'AR'])),
            number(count(id, ['R', 'AR'])),
          ],
        })),
        empty: text('raci:report.noRoles'),
      },
    ],
  }
}
