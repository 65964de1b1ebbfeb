import type { Generated } from 'kysely'
import type { EngagementRecord } from '../contract/engagement.ts'
import type { Judgement, Round } from '../contract/gap.ts'
import type { AiSystem } from '../contract/inventory.ts'
import type { DecisionFields } from '../contract/soa.ts'

/** One change of the engagement: what one call wrote, under one name. Append-only. */
interface ChangeTable {
  id: Generated<number>
  uid: string
  at: string
  who: string
  label: string
  /** A note says that something was done, such as an export: undo passes over it. */
  kind: 'edit' | 'undo' | 'redo' | 'note'
  /** The edit that an undo takes back, or that a redo does again. */
  subject: number | null
  /** 1 where undo stops: an approved version stays approved. */
  permanent: number
}

/** What a change did to one field; for a new or removed row, the whole row as JSON. Written by triggers alone. */
interface ChangeFieldTable {
  id: Generated<number>
  changeId: number
  recordTable: string
  recordId: string
  operation: 'insert' | 'update' | 'delete'
  field: string
  oldValue: string | number | null
  newValue: string | number | null
}

interface LineageTable {
  fileId: string
  origin: 'new' | 'sample' | 'duplicate' | 'package'
  parentFileId: string | null
  parentChange: string | null
  at: string
}

interface DecisionTable extends Omit<DecisionFields, 'reasons'> {
  id: string
  code: string
  /** JSON list of inclusion reasons. */
  reasons: string
}

interface CustomControlTable {
  id: string
  code: string
  title: string
  description: string
}

interface DecisionSystemTable {
  id: string
  decisionId: string
  systemId: string
}

interface SoaVersionTable {
  id: string
  number: number
  approvedOn: string
  approver: string
  note: string
  createdAt: string
  /** JSON list of frozen rows. */
  content: string
}

interface DocumentExportTable {
  id: string
  report: string
  format: string
  fileName: string
  at: string
}

/** Columns that have a default in the file may be left out when a row is added. */
type WithDefaults<Row, Given extends keyof Row> = Pick<Row, Given> & { [Column in Exclude<keyof Row, Given>]: Generated<Row[Column]> }

/** The tables of an engagement file, as the queries see them. */
export interface Schema {
  engagement: EngagementRecord
  lineage: LineageTable
  change: ChangeTable
  changeField: ChangeFieldTable
  gapRound: Round
  judgement: WithDefaults<Judgement, 'id' | 'roundId' | 'itemId'>
  aiSystem: WithDefaults<AiSystem, 'id' | 'name' | 'createdAt'>
  soaDecision: WithDefaults<DecisionTable, 'id' | 'code'>
  customControl: CustomControlTable
  soaDecisionSystem: DecisionSystemTable
  soaVersion: SoaVersionTable
  documentExport: DocumentExportTable
}
