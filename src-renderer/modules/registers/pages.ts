import type { ComponentType } from 'react'
import { type EntryRow, type RegisterId, registerIds, registers } from '../../../src-main/contract/registers/index.ts'
import type { TableColumn } from '../../ui/DataTable.tsx'
import { useIncidentColumns } from './incidents/columns.tsx'
import { IncidentDetails, NextClockLine } from './incidents/IncidentDetails.tsx'
import { RunningClocks } from './incidents/RunningClocks.tsx'
import { Alerts } from './measures/Alerts.tsx'
import { useMeasureColumns } from './measures/columns.tsx'
import { MeasureHead } from './measures/MeasureHead.tsx'
import { Readings } from './measures/Readings.tsx'
import { useSupplierColumns } from './suppliers/columns.tsx'
import { NamedSuppliers } from './suppliers/NamedSuppliers.tsx'
import { SupplierDetails, SupplierPoints } from './suppliers/SupplierDetails.tsx'

/** What a register shows beyond its table and form. */
export interface RegisterParts {
  /** Above the table: a chart, a matrix, a programme. */
  Above?: ComponentType<{ register: RegisterId }>
  /** In the side panel, before the fields: where the entry stands. */
  Head?: ComponentType<{ id: string }>
  /** In the side panel, after the fields: what hangs on the entry. */
  Details?: ComponentType<{ id: string }>
  /** Columns after the title that the definition does not have. */
  useColumns?: () => TableColumn<EntryRow>[]
}

/** Registers with parts of their own. */
export const partsOf: Partial<Record<RegisterId, RegisterParts>> = {
  incidents: { Above: RunningClocks, Head: NextClockLine, Details: IncidentDetails, useColumns: useIncidentColumns },
  measures: { Above: Alerts, Head: MeasureHead, Details: Readings, useColumns: useMeasureColumns },
  suppliers: { Above: NamedSuppliers, Head: SupplierPoints, Details: SupplierDetails, useColumns: useSupplierColumns },
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
const otherPages: RegisterPage[] = []

/** Every page in the order of the clauses. */
export const pages: readonly RegisterPage[] = [
  ...registerIds.filter((id) => !elsewhere.includes(id)).map((id) => ({ id, clause: registers[id].clauses[0] ?? '' })),
  ...otherPages,
].sort(byClause)
