import type { Generated } from 'kysely'
import type { z } from 'zod'
import type { ClassificationFields, RiskClass } from '../contract/classification.ts'
import type { EngagementRecord } from '../contract/engagement.ts'
import type { Judgement, Round } from '../contract/gap.ts'
import type { AssessmentFields, FailureMode, Impact, Measure } from '../contract/impact.ts'
import type { AiSystem } from '../contract/inventory.ts'
import type { RegisterId, registers } from '../contract/registers/index.ts'
import type { Risk, RiskFields } from '../contract/risk.ts'
import type { PhaseId, TaskFields } from '../contract/roadmap.ts'
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

/** An entry of a register as its table holds it: lists stand as JSON. */
type RegisterTable<Id extends RegisterId> = { id: string; createdAt: string } & {
  [Field in keyof z.output<(typeof registers)[Id]['fields']>]: z.output<(typeof registers)[Id]['fields']>[Field] extends readonly unknown[]
    ? string
    : z.output<(typeof registers)[Id]['fields']>[Field]
}

type RegisterTables = {
  [Id in Exclude<RegisterId, 'evidence'> as `${Id}Register`]: WithDefaults<RegisterTable<Id>, 'id' | 'title' | 'reference' | 'createdAt'>
}

type EvidenceTable = RegisterTable<'evidence'> & { sha256: string | null; fileName: string; mediaType: string; size: number | null }

/** What an entry of a register is linked with; `recordKind` is the register. */
interface RecordLinkTable {
  id: string
  recordId: string
  recordKind: string
  targetKind: string
  targetId: string
}

interface RaciActivityTable {
  id: string
  title: string
  /** Where it stands in the list. */
  place: number
  requirement: string | null
  createdAt: string
}

interface RaciAssignmentTable {
  id: string
  activityId: string
  roleId: string
  letter: 'R' | 'A' | 'C' | 'I' | 'AR'
}

interface AttendanceTable {
  id: string
  personId: string
  courseId: string
  dueOn: string | null
  attendedOn: string | null
  result: string
}

interface StatementTable {
  id: string
  kind: string
  owner: string
  reviewDate: string | null
  createdAt: string
}

interface StatementSectionTable {
  id: string
  statementId: string
  section: string
  body: string
}

interface StatementVersionTable {
  id: string
  statementId: string
  number: number
  approvedOn: string
  approver: string
  note: string
  createdAt: string
  /** JSON of the sections as they were approved. */
  content: string
}

interface IncidentEventTable {
  id: string
  incidentId: string
  /** Moment in UTC. */
  at: string
  what: string
  who: string
  createdAt: string
}

interface IncidentNotificationTable {
  id: string
  incidentId: string
  duty: string
  needed: string
  reason: string
  sentAt: string | null
  recipient: string
  notes: string
}

interface MeasureReadingTable {
  id: string
  measureId: string
  day: string
  value: number
  note: string
  createdAt: string
}

interface SupplierAnswerTable {
  id: string
  supplierId: string
  question: string
  answer: 'open' | 'yes' | 'partly' | 'no' | 'not-applicable'
  note: string
}

interface AuditItemTable {
  id: string
  auditId: string
  /** Catalog id of the requirement or control that is looked at. */
  itemId: string
  question: string
  result: 'open' | 'conforms' | 'observation' | 'minor' | 'major' | 'not-covered'
  /** What the auditor saw. */
  seen: string
  nonconformityId: string | null
  place: number
}

interface ReviewInputTable {
  id: string
  reviewId: string
  input: string
  note: string
  /** JSON of what the registers said on the day of the review. */
  gathered: string | null
}

interface ReviewDecisionTable {
  id: string
  reviewId: string
  kind: 'improvement' | 'change' | 'resources' | 'other'
  decision: string
  actionId: string | null
  createdAt: string
}

/** Content of files, by its hash; never changes, and so has no history. */
interface AttachmentTable {
  sha256: string
  size: number
  isComplete: Generated<number>
  createdAt: string
}

interface AttachmentChunkTable {
  sha256: string
  number: number
  bytes: Uint8Array
}

interface RoadmapTaskTable {
  id: string
  title: string
  phase: PhaseId
  kind: TaskFields['kind']
  /** Task of the content pack that it was made from. */
  template: string | null
  owner: string
  effortDays: number | null
  startOn: string
  endOn: string
  baselineStartOn: string | null
  baselineEndOn: string | null
  actualStartOn: string | null
  actualEndOn: string | null
  /** Per cent. */
  progress: number
  notes: string
  place: number
  createdAt: string
}

interface RoadmapTaskItemTable {
  id: string
  taskId: string
  itemId: string
}

interface RoadmapDependencyTable {
  id: string
  taskId: string
  afterId: string
}

interface SettingTable {
  id: string
  value: string
}

interface CrosswalkNoteTable {
  id: string
  framework: string
  item: string
  state: string | null
  note: string
}

/** Columns that have a default in the file may be left out when a row is added. */
type WithDefaults<Row, Given extends keyof Row> = Pick<Row, Given> & { [Column in Exclude<keyof Row, Given>]: Generated<Row[Column]> }

/** The tables of an engagement file, as the queries see them. */
export interface Schema extends RegisterTables {
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
  evidenceRegister: WithDefaults<EvidenceTable, 'id' | 'title' | 'reference' | 'createdAt'>
  recordLink: RecordLinkTable
  raciActivity: WithDefaults<RaciActivityTable, 'id' | 'title' | 'createdAt'>
  raciAssignment: RaciAssignmentTable
  attendance: WithDefaults<AttendanceTable, 'id' | 'personId' | 'courseId'>
  statement: WithDefaults<StatementTable, 'id' | 'kind' | 'createdAt'>
  statementSection: WithDefaults<StatementSectionTable, 'id' | 'statementId' | 'section'>
  statementVersion: StatementVersionTable
  incidentEvent: WithDefaults<IncidentEventTable, 'id' | 'incidentId' | 'at' | 'createdAt'>
  incidentNotification: WithDefaults<IncidentNotificationTable, 'id' | 'incidentId' | 'duty'>
  supplierAnswer: WithDefaults<SupplierAnswerTable, 'id' | 'supplierId' | 'question'>
  measureReading: WithDefaults<MeasureReadingTable, 'id' | 'measureId' | 'day' | 'value' | 'createdAt'>
  auditItem: WithDefaults<AuditItemTable, 'id' | 'auditId' | 'itemId'>
  reviewInput: WithDefaults<ReviewInputTable, 'id' | 'reviewId' | 'input'>
  reviewDecision: WithDefaults<ReviewDecisionTable, 'id' | 'reviewId' | 'createdAt'>
  attachment: AttachmentTable
  attachmentChunk: AttachmentChunkTable
  roadmapTask: WithDefaults<RoadmapTaskTable, 'id' | 'title' | 'phase' | 'startOn' | 'endOn' | 'createdAt'>
  roadmapTaskItem: RoadmapTaskItemTable
  roadmapDependency: RoadmapDependencyTable
  setting: SettingTable
  crosswalkNote: WithDefaults<CrosswalkNoteTable, 'id' | 'framework' | 'item'>
}
