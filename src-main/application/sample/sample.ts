import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { v7 as uuid } from 'uuid'
import { z } from 'zod'
import { loadCatalog } from '../../catalog/load.ts'
import { conformity, type JudgementFields, priority } from '../../contract/gap.ts'
import { systemFields } from '../../contract/inventory.ts'
import { applicability, evidenceState, implementationStatus, inclusionReason } from '../../contract/soa.ts'
import { database } from '../../engagement/database.ts'
import type { EngagementFile } from '../../engagement/file.ts'
import { toListColumn } from '../../engagement/lists.ts'
import { resourceFolder } from '../../resources.ts'
import { addAudits } from './audits.ts'
import { addClassifications } from './classification.ts'
import { addCrosswalk } from './crosswalk.ts'
import { addEvidenceFiles } from './evidence.ts'
import { addAssessments } from './impact.ts'
import { inDays } from './in-days.ts'
import { addRaciAndTraining } from './people.ts'
import { addRegisters } from './registers.ts'
import { addRisks } from './risk.ts'
import { addStatements } from './statements.ts'

/** Days from today, so that the sample is never stale. */
const days = z.number().nullable()

const sampleJudgement = z.object({
  conformity,
  maturity: z.number().nullable(),
  notes: z.string(),
  finding: z.string(),
  action: z.string(),
  owner: z.string(),
  effortDays: z.number().nullable(),
  priority: priority.nullable(),
  dueIn: days,
  interviewee: z.string(),
  evidenceReference: z.string().default(''),
  notApplicableReason: z.string().default(''),
})

/** One letter for each requirement of a clause, in order: c conforms, p partly, n does not conform. */
const sampleClause = sampleJudgement
  .pick({
    maturity: true,
    notes: true,
    interviewee: true,
    finding: true,
    action: true,
    owner: true,
    effortDays: true,
    priority: true,
    dueIn: true,
  })
  .partial()
  .extend({ pattern: z.string().regex(/^[cpn]+$/) })

const sampleDecision = z.object({
  code: z.string(),
  applicability,
  reasons: z.array(inclusionReason),
  reasonText: z.string(),
  status: implementationStatus,
  implementation: z.string(),
  statusReason: z.string().default(''),
  responsible: z.string(),
  evidence: z.string(),
  evidenceAge: days,
  evidenceState,
  reviewIn: days,
  systems: z.array(z.string()),
  exclusionJustification: z.string().default(''),
  exclusionApprovedBy: z.string().default(''),
  exclusionValidIn: days.default(null),
})

const sample = z.object({
  client: z.string(),
  scope: z.string(),
  consultant: z.string(),
  approver: z.string(),
  certificationIn: z.number(),
  systems: z.array(systemFields.extend({ key: z.string() })),
  clauses: z.record(z.string(), sampleClause),
  controls: z.array(sampleDecision.extend({ judgement: sampleJudgement })),
  customControls: z.array(sampleDecision.extend({ title: z.string(), description: z.string() })),
})
type Sample = z.infer<typeof sample>
type SampleDecision = z.infer<typeof sampleDecision>

const readSample = (): Sample => sample.parse(JSON.parse(readFileSync(join(resourceFolder(), 'sample', 'engagement.json'), 'utf8')))

export const sampleClient = () => readSample().client

/** Fills a new engagement with a company half-way to certification. Call inside write(), after the first rows stand. */
export function fillSample(file: EngagementFile): void {
  const { client: _, systems, clauses, controls, customControls, certificationIn, ...about } = readSample()
  file.run(database.updateTable('engagement').set({ ...about, certificationTarget: inDays(certificationIn) }))
  const systemIds = addSystems(file, systems)
  judge(file, clauses, controls)
  for (const { code, title, description } of customControls) {
    file.run(database.insertInto('customControl').values({ id: uuid(), code, title, description }))
    file.run(database.insertInto('soaDecision').values({ id: uuid(), code }))
  }
  decide(file, [...controls, ...customControls], systemIds)
  addClassifications(file, systemIds)
  addAssessments(file, systemIds)
  addRisks(file, systemIds)
  addRegisters(file)
  addEvidenceFiles(file)
  addStatements(file)
  addRaciAndTraining(file)
  addAudits(file)
  addCrosswalk(file)
}

function addSystems(file: EngagementFile, systems: Sample['systems']): ReadonlyMap<string, string> {
  const ids = new Map(systems.map(({ key }) => [key, uuid()]))
  const createdAt = new Date().toISOString()
  file.run(
    database.insertInto('aiSystem').values(
      systems.map(({ key, dataCategories, ...fields }) => ({
        ...fields,
        dataCategories: toListColumn(dataCategories),
        id: ids.get(key) ?? uuid(),
        createdAt,
      })),
    ),
  )
  return ids
}

const letters = new Map<string, JudgementFields['conformity']>([
  ['c', 'conforms'],
  ['p', 'partly'],
  ['n', 'does-not-conform'],
])

function judge(file: EngagementFile, clauses: Sample['clauses'], controls: Sample['controls']): void {
  const ofRequirements = loadCatalog().clauses.flatMap(({ id }) => judgementsOfClause(id, clauses[id]))
  const ofControls = controls.map(({ code, judgement: { dueIn, ...fields } }) => ({ itemId: code, ...fields, dueDate: inDays(dueIn) }))
  for (const { itemId, ...fields } of [...ofRequirements, ...ofControls]) {
    file.run(database.updateTable('judgement').set(fields).where('itemId', '=', itemId))
  }
}

/** The notes stand with the first requirement of a clause, the finding with the first one that is not met in full. */
function judgementsOfClause(clause: string, judged: z.infer<typeof sampleClause> | undefined) {
  if (!judged) return []
  const { pattern, dueIn, maturity, notes, interviewee, ...finding } = judged
  const requirements = loadCatalog().requirements.filter((requirement) => requirement.clause === clause)
  const found = Math.max(0, pattern.includes('n') ? pattern.indexOf('n') : pattern.indexOf('p'))
  return requirements.map(({ id }, index) => ({
    itemId: id,
    conformity: letters.get(pattern[index] ?? pattern.at(-1) ?? '') ?? 'not-assessed',
    maturity: maturityFor(pattern[index], maturity ?? null),
    ...(index === 0 ? { ...(notes === undefined ? {} : { notes }), ...(interviewee === undefined ? {} : { interviewee }) } : {}),
    ...(index === found ? { ...finding, dueDate: inDays(dueIn ?? null) } : {}),
  }))
}

/** The clause's maturity, one step lower where a requirement is not met. */
const maturityFor = (letter: string | undefined, maturity: number | null) =>
  maturity === null ? null : Math.max(0, maturity - (letter === 'n' ? 1 : 0))

function decide(file: EngagementFile, decisions: SampleDecision[], systemIds: ReadonlyMap<string, string>): void {
  for (const { code, systems, evidenceAge, reviewIn, exclusionValidIn, ...decision } of decisions) {
    const { reasons, ...fields } = sampleDecision
      .omit({ code: true, systems: true, evidenceAge: true, reviewIn: true, exclusionValidIn: true })
      .parse(decision)
    const dates = {
      evidenceDate: inDays(evidenceAge === null ? null : -evidenceAge),
      reviewDate: inDays(reviewIn),
      exclusionValidUntil: inDays(exclusionValidIn),
    }
    file.run(
      database
        .updateTable('soaDecision')
        .set({ ...fields, ...dates, reasons: toListColumn(reasons) })
        .where('code', '=', code),
    )
    const { id: decisionId } = file.one(database.selectFrom('soaDecision').select('id').where('code', '=', code), code)
    file.runEach(
      database.insertInto('soaDecisionSystem').values({ id: '', decisionId: '', systemId: '' }),
      systems.map((key) => [uuid(), decisionId, systemIds.get(key)]),
    )
  }
}
