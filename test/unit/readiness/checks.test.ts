import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { loadCatalog } from '../../../src-main/catalog/load.ts'
import type { EngagementFile } from '../../../src-main/engagement/file.ts'
import { rawQuery } from '../../../src-main/engagement/raw.ts'
import { mandatoryInformation } from '../../../src-main/engagement/registers/mandatory.ts'
import { type CheckId, checks } from '../../../src-main/readiness/checks.ts'
import { dayFromToday, EngagementInFolder, moment, today } from '../engagement-in-folder.ts'

let engagement: EngagementInFolder
beforeAll(async () => {
  engagement = await EngagementInFolder.create()
})
afterAll(() => engagement.remove())

const found = async (id: CheckId) => (await engagement.call('readiness.checks', {})).checks.find((check) => check.id === id)
const past = (days: number) => dayFromToday(-days)
const entry = (table: string, columns: string, values: string) =>
  `INSERT INTO ${table} (id, title, reference, createdAt, ${columns}) VALUES ('019ad000-0000-7000-8000-${next()}', 'x', 'X', '${moment}', ${values})`
let number = 0
const next = () => String(++number).padStart(12, '0')
const id = (of: number) => `019ad000-0000-7000-8000-${String(of).padStart(12, '0')}`

const approved = (kind: string, of: number) => [
  `INSERT INTO statement (id, kind, createdAt) VALUES ('${id(of)}', '${kind}', '${moment}')`,
  `INSERT INTO statementSection (id, statementId, section, body) VALUES ('${id(of + 100)}', '${id(of)}', 'purpose', 'Words')`,
  `INSERT INTO statementVersion (id, statementId, number, approvedOn, approver, note, createdAt, content)
    VALUES ('${id(of + 200)}', '${id(of)}', 1, '${today}', 'CEO', '', '${moment}', '{}')`,
]
const system = id(900)
const person = id(910)
const course = id(911)
const measure = id(920)

/** What meets each check in an engagement in which nothing is done. */
const meets: Record<CheckId, string[]> = {
  documents: [
    entry('informationRegister', 'mandatory, state', "'yes', 'approved'"),
    ...mandatoryInformation().map(
      ({ requirement }, index) =>
        `INSERT INTO recordLink (id, recordId, recordKind, targetKind, targetId)
          SELECT '${id(5000 + index)}', id, 'information', 'requirement', '${requirement}' FROM informationRegister`,
    ),
  ],
  scope: approved('scope', 1001),
  policy: approved('policy', 1002),
  'risk-process': approved('risk-process', 1003),
  'treatment-process': approved('treatment-process', 1004),
  'impact-process': approved('impact-process', 1005),
  'audit-programme': approved('audit-programme', 1006),
  roles: [entry('rolesRegister', 'state', "'appointed'")],
  objectives: [entry('objectivesRegister', 'state, measure, target', "'agreed', 'Share', 95")],
  gap: ["UPDATE judgement SET conformity = 'conforms'"],
  systems: [
    `INSERT INTO aiSystem (id, name, createdAt) VALUES ('${system}', 'Scoring', '${moment}')`,
    `INSERT INTO classification (id, systemId, riskClass) VALUES ('${id(901)}', '${system}', 'high-risk')`,
  ],
  'risks-rated': [
    `INSERT INTO risk (id, reference, title, createdAt, currentLikelihood, currentConsequence) VALUES ('${id(930)}', 'R-1', 'x', '${moment}', 5, 5)`,
  ],
  'risks-treated': ["UPDATE risk SET treatment = 'modify', treatmentPlan = 'Test'"],
  impacts: [
    `INSERT INTO impactAssessment (id, systemId, title, createdAt) VALUES ('${id(940)}', '${system}', 'x', '${moment}')`,
    `INSERT INTO impactVersion (id, assessmentId, number, approvedOn, approver, note, createdAt, content, derived)
      VALUES ('${id(941)}', '${id(940)}', 1, '${today}', 'CEO', '', '${moment}', '{}', '{}')`,
  ],
  'soa-decided': ["UPDATE soaDecision SET applicability = 'applicable'"],
  'soa-reasons': ["UPDATE soaDecision SET reasonText = 'Customers ask'"],
  'soa-lint': [`UPDATE soaDecision SET reasons = '["contractual"]'`],
  'soa-approved': [
    `INSERT INTO soaVersion (id, number, approvedOn, approver, note, createdAt, content) VALUES ('${id(950)}', 1, '${today}', 'CEO', '', '2099-01-01T00:00:00.000Z', '[]')`,
  ],
  'audit-coverage': [
    ...loadCatalog().requirements.map(
      (requirement, index) =>
        `INSERT INTO auditItem (id, auditId, itemId, result)
          SELECT '${id(6000 + index)}', id, '${requirement.id}', 'conforms' FROM auditsRegister WHERE kind = 'internal'`,
    ),
  ],
  audit: [entry('auditsRegister', 'kind, state, heldOn', `'internal', 'reported', '${today}'`)],
  review: [entry('reviewsRegister', 'state', "'approved'")],
  requirements: ["UPDATE judgement SET conformity = 'conforms'"],
  'failed-requirements': ["UPDATE judgement SET conformity = 'partly'"],
  controls: ["UPDATE soaDecision SET status = 'implemented'"],
  'control-evidence': ["UPDATE soaDecision SET evidence = 'Policy v2'"],
  'requirement-evidence': ["UPDATE judgement SET evidenceReference = 'Minutes'"],
  major: ["UPDATE nonconformitiesRegister SET state = 'closed' WHERE grade = 'major'"],
  nonconformities: ["UPDATE nonconformitiesRegister SET state = 'closed' WHERE grade = 'minor'"],
  actions: ["UPDATE actionsRegister SET state = 'done'"],
  treatments: ["UPDATE risk SET treatmentStatus = 'done'"],
  readings: [
    `INSERT INTO measuresRegister (id, title, reference, createdAt) VALUES ('${measure}', 'x', 'ME-1', '${moment}')`,
    ...[1, 45, 89].map(
      (days) =>
        `INSERT INTO measureReading (id, measureId, day, value, createdAt) VALUES ('${id(960 + days)}', '${measure}', '${past(days)}', 1, '${moment}')`,
    ),
  ],
  operations: [entry('operationsRegister', 'state, lastDoneOn', `'operating', '${past(3)}'`)],
  records: [],
  training: [
    `INSERT INTO peopleRegister (id, title, reference, createdAt) VALUES ('${person}', 'Underwriters', 'PE-1', '${moment}')`,
    `INSERT INTO coursesRegister (id, title, reference, createdAt) VALUES ('${course}', 'Literacy', 'TR-1', '${moment}')`,
    `INSERT INTO attendance (id, personId, courseId, attendedOn) VALUES ('${id(912)}', '${person}', '${course}', '${past(9)}')`,
  ],
  suppliers: ["UPDATE suppliersRegister SET dueDiligence = 'passed'"],
  incidents: ["UPDATE incidentsRegister SET state = 'closed'"],
  'evidence-received': ["UPDATE evidenceRegister SET state = 'accepted'"],
  'evidence-valid': [`UPDATE evidenceRegister SET validUntil = '${dayFromToday(9)}'`],
}

/** What can be missing only where something is there. */
const faults = [
  entry('nonconformitiesRegister', 'grade', "'major'"),
  entry('nonconformitiesRegister', 'grade', "'minor'"),
  entry('actionsRegister', 'dueDate', `'${past(2)}'`),
  entry('suppliersRegister', 'state, criticality', "'active', 'critical'"),
  entry('incidentsRegister', 'awareAt', `'${past(120)}T08:00:00.000Z'`),
  entry('evidenceRegister', 'validUntil', `'${past(1)}'`),
]

const run = (statements: string[]) =>
  engagement.fill((file: EngagementFile) => {
    for (const statement of statements) file.run(rawQuery(sql`${sql.raw(statement)}`))
  })

it('what may be empty does not apply, everything else is not met, in an engagement in which nothing is done', async () => {
  const { checks: judged } = await engagement.call('readiness.checks', {})
  for (const check of checks)
    expect(judged.find(({ id: name }) => name === check.id)?.result, check.id).toBe(check.mayBeEmpty ? 'not-applicable' : 'not')
})

it('each check is met by what it asks for, and not before', async () => {
  await run(faults)
  // In the order in which one builds on the other; records are there once measures are read.
  for (const { id: name } of checks) {
    if (name !== 'records' && name !== 'failed-requirements' && name !== 'requirements')
      expect((await found(name))?.result, `${name} before`).not.toBe('met')
    await run(meets[name])
    expect(await found(name), name).toMatchObject({ result: 'met', isBlocking: false, todo: '' })
  }
  await run(["UPDATE judgement SET conformity = 'conforms'"])
  const { stages } = await engagement.call('readiness.checks', {})
  expect(stages.map(({ percent, blockers }) => [percent, blockers])).toEqual([
    [100, 0],
    [100, 0],
  ])
})

it('a requirement that is not met at all blocks Stage 2, and the blocker says where to go', async () => {
  await run(["UPDATE judgement SET conformity = 'does-not-conform' WHERE itemId = '4.1-1'"])
  expect(await found('failed-requirements')).toMatchObject({ result: 'partly', isBlocking: true, place: { screen: 'gap' } })
  const [first] = (await engagement.call('readiness.checks', {})).checks
  expect(first?.id).toBe('failed-requirements')
})

it('a mandatory document that is not in the register is missed, and so is a clause that no internal audit looked at', async () => {
  await run([
    `DELETE FROM recordLink WHERE targetId = '${mandatoryInformation()[0]?.requirement}'`,
    "UPDATE auditItem SET result = 'not-covered' WHERE itemId LIKE '7.4-%'",
  ])
  const documents = await found('documents')
  expect(documents).toMatchObject({ result: 'partly', isBlocking: true, done: 1, of: 2 })
  const coverage = await found('audit-coverage')
  expect(coverage).toMatchObject({ result: 'partly', isBlocking: true })
  expect((coverage?.of ?? 0) - (coverage?.done ?? 0)).toBe(1)
})

it('an error of the SoA check blocks Stage 1 and leads to its field, and so does the dashboard', async () => {
  await run([`UPDATE soaDecision SET reasons = '[]' WHERE code = 'A.6.2.4'`])
  const errors = (await engagement.call('soa.lint', {})).filter(({ severity }) => severity === 'error')
  expect(errors.map(({ code, field }) => ({ code, field }))).toEqual([{ code: 'A.6.2.4', field: 'reasons' }])
  const place = { screen: 'soa', search: { code: 'A.6.2.4', field: 'reasons' } }
  expect(await found('soa-lint')).toMatchObject({ result: 'partly', isBlocking: true, place })
  const { next } = await engagement.call('readiness.dashboard', {})
  expect(next.find(({ id: step }) => step === 'soaErrors')).toMatchObject({ place, sentence: expect.stringMatching(/^1 error/) })
})
