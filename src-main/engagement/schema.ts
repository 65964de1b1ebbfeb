import type { Generated } from 'kysely'
import type { ClassificationFields, RiskClass } from '../contract/classification.ts'
import type { EngagementRecord } from '../contract/engagement.ts'
import type { Judgement, Round } from '../contract/gap.ts'
import type { AssessmentFields, FailureMode, Impact, Measure } from '../contract/impact.ts'
import type { AiSystem } from '../contract/inventory.ts'
import type { Risk, RiskFields } from '../contract/risk.ts'
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
  /** Scope of the management system as it was then; null in versions from before it was kept. */
  scope: string | null
}

/** A record whose lists stand in columns as JSON. */
type Stored<Row, Lists extends keyof Row> = { [Column in keyof Row]: Column extends Lists ? string : Row[Column] }

type SystemTable = Stored<AiSystem, 'dataCategories'>

interface SavedViewTable {
  id: string
  screen: string
  name: string
  /** JSON of the view. */
  content: string
}

interface ImportPresetTable {
  id: string
  name: string
  /** JSON of the mapping. */
  content: string
}

interface ClassificationTable extends ClassificationFields {
  id: string
  systemId: string
  riskClass: RiskClass
  /** JSON list of duties. */
  duties: string
}

interface ClassificationAnswerTable {
  id: string
  systemId: string
  question: string
  /** JSON list of options. */
  value: string
  reason: string
}

interface ImpactAssessmentTable extends Stored<AssessmentFields, 'triggers'> {
  id: string
  systemId: string
  /** JSON: yes or no by question. */
  triageAnswers: string
  createdAt: string
}

type ImpactTable = Omit<Impact, 'consequence' | 'level' | 'residualConsequence' | 'residualLevel'> & { assessmentId: string }
type ImpactFailureModeTable = FailureMode & { assessmentId: string }
type ImpactMeasureTable = Measure & { assessmentId: string }

interface ImpactVersionTable {
  id: string
  assessmentId: string
  number: number
  approvedOn: string
  approver: string
  note: string
  createdAt: string
  /** JSON of everything that was written, as the database makes it, so that what stands now compares as text. */
  content: string
  /** JSON of what the rules made of it, and the name of the system, as they were then. */
  derived: string
}

interface RiskCriteriaTable {
  id: string
  /** JSON lists of steps. */
  likelihood: string
  consequence: string
  /** JSON list of numbers. */
  acceptance: string
  note: string
}

interface RiskTable extends Stored<RiskFields, 'sources' | 'objectives'> {
  id: string
  origin: Risk['origin']
  originId: string | null
  createdAt: string
}

interface RiskSystemTable {
  id: string
  riskId: string
  systemId: string
}

interface RiskControlTable {
  id: string
  riskId: string
  code: string
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
  aiSystem: WithDefaults<SystemTable, 'id' | 'name' | 'createdAt'>
  savedView: SavedViewTable
  importPreset: ImportPresetTable
  classification: WithDefaults<ClassificationTable, 'id' | 'systemId'>
  classificationAnswer: WithDefaults<ClassificationAnswerTable, 'id' | 'systemId' | 'question'>
  impactAssessment: WithDefaults<ImpactAssessmentTable, 'id' | 'systemId' | 'title' | 'createdAt'>
  impact: WithDefaults<ImpactTable, 'id' | 'assessmentId' | 'kind' | 'dimension' | 'subject' | 'createdAt'>
  impactFailureMode: WithDefaults<ImpactFailureModeTable, 'id' | 'assessmentId' | 'createdAt'>
  impactMeasure: WithDefaults<ImpactMeasureTable, 'id' | 'assessmentId' | 'createdAt'>
  impactVersion: ImpactVersionTable
  riskCriteria: WithDefaults<RiskCriteriaTable, 'id' | 'likelihood' | 'consequence' | 'acceptance'>
  risk: WithDefaults<RiskTable, 'id' | 'reference' | 'title' | 'createdAt'>
  riskSystem: RiskSystemTable
  riskControl: RiskControlTable
  soaDecision: WithDefaults<DecisionTable, 'id' | 'code'>
  customControl: CustomControlTable
  soaDecisionSystem: DecisionSystemTable
  soaVersion: WithDefaults<SoaVersionTable, Exclude<keyof SoaVersionTable, 'scope'>>
  documentExport: DocumentExportTable
}
