import type { ComponentType } from 'react'
import { type RegisterId, registerIds, registers } from '../../../src-main/contract/registers/index.ts'
import { RaciPage } from './raci/RaciPage.tsx'
import { RaciStrip } from './raci/RaciStrip.tsx'
import { statementPages } from './statements/pages.ts'
import { CoursePeople } from './training/CoursePeople.tsx'
import { PersonCourses } from './training/PersonCourses.tsx'
import { TrainingPage } from './training/TrainingPage.tsx'
import { TrainingStrip } from './training/TrainingStrip.tsx'

/** What a register shows beyond its table and form. */
export interface RegisterParts {
  /** Above the table: a chart, a matrix, a programme. */
  Above?: ComponentType<{ register: RegisterId }>
  /** In the side panel, after the fields: what hangs on the entry. */
  Details?: ComponentType<{ id: string }>
}

/** Registers with parts of their own. */
export const partsOf: Partial<Record<RegisterId, RegisterParts>> = {
  roles: { Above: RaciStrip },
  people: { Above: TrainingStrip, Details: PersonCourses },
  courses: { Above: TrainingStrip, Details: CoursePeople },
}

/** A page of the registers' screen: a register, or one that is no list, such as an authored statement. */
export interface RegisterPage {
  id: string
  clause: string
  /** The whole page, where it is no plain register. */
  Page?: ComponentType
}

/** Registers with a screen of their own. */
const elsewhere: readonly RegisterId[] = ['actions', 'evidence']

const clauseNumber = (clause: string) => clause.split('.').map(Number)

function byClause(a: RegisterPage, b: RegisterPage): number {
  const [left, right] = [clauseNumber(a.clause), clauseNumber(b.clause)]
  const differs = left.findIndex((part, index) => part !== right[index])
  return differs < 0 ? left.length - right.length : (left[differs] ?? 0) - (right[differs] ?? 0)
}

/** Pages that are no register, such as the scope; the language files have their titles as registers:pages.<id>. */
const otherPages: RegisterPage[] = [
  ...statementPages,
  { id: 'raci', clause: '5.3', Page: RaciPage },
  { id: 'training', clause: '7.3', Page: TrainingPage },
]

/** Every page in the order of the clauses. */
export const pages: readonly RegisterPage[] = [
  ...registerIds.filter((id) => !elsewhere.includes(id)).map((id) => ({ id, clause: registers[id].clauses[0] ?? '' })),
  ...otherPages,
].sort(byClause)
