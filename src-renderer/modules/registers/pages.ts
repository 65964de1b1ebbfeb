import type { ComponentType } from 'react'
import { type EntryRow, type RegisterId, registerIds, registers } from '../../../src-main/contract/registers/index.ts'
import type { TableColumn } from '../../ui/DataTable.tsx'
import type { EntryParts } from '../../ui/entry/EntryPanel.tsx'
import { AuditDetails } from './audits/AuditDetails.tsx'
import { Checklist } from './audits/Checklist.tsx'
import { Programme } from './audits/Programme.tsx'
import { useIncidentColumns } from './incidents/columns.tsx'
import { IncidentDetails, NextClockLine } from './incidents/IncidentDetails.tsx'
import { RunningClocks } from './incidents/RunningClocks.tsx'
import { Alerts } from './measures/Alerts.tsx'
import { useMeasureColumns } from './measures/columns.tsx'
import { MeasureHead } from './measures/MeasureHead.tsx'
import { Readings } from './measures/Readings.tsx'
import { Handling } from './nonconformities/Handling.tsx'
import { Steps } from './nonconformities/Steps.tsx'
import { ObjectiveProgress } from './Progress.tsx'
import { RaciPage } from './raci/RaciPage.tsx'
import { RaciStrip } from './raci/RaciStrip.tsx'
import { Meeting } from './reviews/Meeting.tsx'
import { ReviewDetails } from './reviews/ReviewDetails.tsx'
import { statementPages } from './statements/pages.ts'
import { useSupplierColumns } from './suppliers/columns.tsx'
import { NamedSuppliers } from './suppliers/NamedSuppliers.tsx'
import { SupplierDetails, SupplierPoints } from './suppliers/SupplierDetails.tsx'
import { CoursePeople } from './training/CoursePeople.tsx'
import { PersonCourses } from './training/PersonCourses.tsx'
import { TrainingPage } from './training/TrainingPage.tsx'
import { TrainingStrip } from './training/TrainingStrip.tsx'

/** What a register shows beyond its table and form. */
export interface RegisterParts extends EntryParts {
  /** Above the table: a chart, a matrix, a programme. */
  Above?: ComponentType<{ register: RegisterId }>
  /** Pages of one entry that need more room than the panel has, by the `kind` in the address. */
  pagesOfEntry?: Readonly<Record<string, ComponentType<{ id: string }>>>
  /** Columns after the title that the definition does not have. */
  useColumns?: () => TableColumn<EntryRow>[]
}

/** Registers with parts of their own. */
export const partsOf: Partial<Record<RegisterId, RegisterParts>> = {
  objectives: { Lead: ObjectiveProgress },
  roles: { Above: RaciStrip },
  people: { Above: TrainingStrip, Details: PersonCourses },
  courses: { Above: TrainingStrip, Details: CoursePeople },
  audits: { Above: Programme, Lead: AuditDetails, pagesOfEntry: { checklist: Checklist } },
  reviews: { Lead: ReviewDetails, pagesOfEntry: { meeting: Meeting } },
  nonconformities: {
    Above: Handling,
    Lead: Steps,
  },
  incidents: { Above: RunningClocks, Lead: NextClockLine, Details: IncidentDetails, useColumns: useIncidentColumns },
  measures: { Above: Alerts, Lead: MeasureHead, Details: Readings, useColumns: useMeasureColumns },
  suppliers: { Above: NamedSuppliers, Lead: SupplierPoints, Details: SupplierDetails, useColumns: useSupplierColumns },
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
