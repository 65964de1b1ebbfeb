import { v7 as uuid } from 'uuid'
import { riskClasses } from '../../src-main/contract/classification.ts'
import { autonomies, dataCategories, lifeCycleStages, reaches, systemKinds, systemRoles } from '../../src-main/contract/inventory.ts'
import { registerIds, registers } from '../../src-main/contract/registers/index.ts'
import { database } from '../../src-main/engagement/database.ts'
import { EngagementFile } from '../../src-main/engagement/file.ts'
import { toListColumn } from '../../src-main/engagement/lists.ts'
import { insertEntries } from '../../src-main/engagement/registers/entries.ts'

export interface Scale {
  systems: number
  risks: number
  assessments: number
}

/** The largest engagement that every screen has to stay fast with. */
export const largest: Scale = { systems: 5000, risks: 3000, assessments: 500 }

const units = ['Claims', 'Actuarial', 'Customer Service', 'Human Resources', 'Operations', 'IT', 'Marketing', 'Legal', 'Finance']
const tasks = ['triage', 'forecast', 'document reading', 'assistant', 'screening', 'detection', 'pricing', 'routing', 'summary', 'search']
const objects = ['claims', 'invoices', 'applications', 'tickets', 'contracts', 'images', 'calls', 'letters', 'premiums', 'code']
const dimensions = ['fairness', 'privacy', 'safety', 'transparency', 'accountability', 'reliability']
const controls = ['A.2.2', 'A.3.2', 'A.4.3', 'A.5.2', 'A.5.4', 'A.6.2.4', 'A.6.2.6', 'A.7.4', 'A.8.2', 'A.9.3', 'A.10.3']

function of<Item>(list: readonly Item[], index: number): Item {
  const item = list[index % list.length]
  if (item === undefined) throw new Error('nothing to choose from')
  return item
}
const range = (count: number) => Array.from({ length: count }, (_, index) => index)
const createdAt = '2026-01-15T09:00:00.000Z'

/** Adds so many systems, risks and impact assessments to an engagement, entries to every register and tasks to the roadmap, with what links them, as one change. The same each time but for ids. */
export function addToScale(path: string, { systems, risks, assessments }: Scale): void {
  const file = EngagementFile.open(path, () => 'Bench')
  const systemIds = range(systems).map(() => uuid())
  try {
    file.write('Scale', () => {
      addSystems(file, systemIds)
      addAssessments(file, systemIds.slice(0, assessments))
      addRisks(file, risks, systemIds)
      addRegisters(file, systems / 5, systemIds)
      addRoadmap(file, systems / 10)
    })
  } finally {
    file.close()
  }
}

function addSystems(file: EngagementFile, ids: string[]): void {
  const system = {
    id: '',
    name: '',
    reference: '',
    purpose: '',
    intendedUse: '',
    owner: '',
    department: '',
    supplier: '',
    role: null,
    lifeCycleStage: null,
    kind: null,
    autonomy: null,
    dataCategories: '',
    reach: null,
    notes: '',
    createdAt,
  }
  file.runEach(
    database.insertInto('aiSystem').values(system),
    ids.map((id, index) => [
      id,
      `${of(units, index)} ${of(objects, index * 7)} ${of(tasks, index * 3)} ${index + 1}`,
      `S-${String(index + 1).padStart(5, '0')}`,
      `Reads ${of(objects, index)} and proposes what to do next, so that simple cases are settled the same day and difficult ones reach a person with experience. Number ${index + 1} of its kind.`,
      `Used by ${of(units, index)} on each new case. Not used for decisions on cover or on the amount.`,
      `Head of ${of(units, index)}`,
      of(units, index),
      index % 3 === 0 ? '' : `Vendor ${index % 40}`,
      of(systemRoles, index),
      of(lifeCycleStages, index * 5),
      of(systemKinds, index * 3),
      of(autonomies, index),
      toListColumn([of(dataCategories, index), of(dataCategories, index * 3 + 1)]),
      of(reaches, index),
      `Taken over from the client's own list, line ${index + 1}.`,
      createdAt,
    ]),
  )
  file.runEach(
    database.insertInto('classification').values({ id: '', systemId: '', riskClass: 'unclassified' }),
    ids.filter((_, index) => index % 2 === 0).map((systemId, index) => [uuid(), systemId, of(riskClasses, index)]),
  )
}

function addAssessments(file: EngagementFile, systemIds: string[]): void {
  const assessments = systemIds.map((systemId, index) => ({ id: uuid(), systemId, index }))
  file.runEach(
    database.insertInto('impactAssessment').values({ id: '', systemId: '', title: '', triage: 'open', scope: '', createdAt }),
    assessments.map(({ id, systemId, index }) => [
      id,
      systemId,
      `Impact assessment ${index + 1}`,
      'full',
      'The whole life cycle.',
      createdAt,
    ]),
  )
  const impacts = assessments.flatMap(({ id: assessmentId, index }) =>
    range(6).map((place) => ({ id: uuid(), assessmentId, index: index + place })),
  )
  const impact = {
    id: '',
    assessmentId: '',
    kind: 'harm',
    dimension: '',
    subject: 'individuals',
    who: '',
    description: '',
    severity: null,
    reach: null,
    reversibility: null,
    likelihood: null,
    createdAt,
  } as const
  file.runEach(
    database.insertInto('impact').values(impact),
    impacts.map(({ id, assessmentId, index }) => [
      id,
      assessmentId,
      index % 6 === 0 ? 'benefit' : 'harm',
      of(dimensions, index),
      of(['individuals', 'groups', 'society'], index),
      'People with a case that is out of the ordinary',
      `Cases of kind ${index} are read wrongly and wait longer than others.`,
      (index % 5) + 1,
      ((index * 3) % 5) + 1,
      ((index * 7) % 5) + 1,
      ((index * 2) % 5) + 1,
      createdAt,
    ]),
  )
  file.runEach(
    database
      .insertInto('impactMeasure')
      .values({ id: '', assessmentId: '', impactId: '', description: '', owner: '', controlCode: '', createdAt }),
    impacts
      .filter((_, index) => index % 2 === 0)
      .map(({ id, assessmentId, index }) => [
        uuid(),
        assessmentId,
        id,
        `A person looks at each case of kind ${index}.`,
        `Head of ${of(units, index)}`,
        of(controls, index),
        createdAt,
      ]),
  )
}

function addRisks(file: EngagementFile, count: number, systemIds: string[]): void {
  const risks = range(count).map((index) => ({ id: uuid(), index }))
  const risk = {
    id: '',
    reference: '',
    title: '',
    cause: '',
    event: '',
    consequence: '',
    owner: '',
    inherentLikelihood: null,
    inherentConsequence: null,
    currentLikelihood: null,
    currentConsequence: null,
    treatment: null,
    treatmentPlan: '',
    createdAt,
  }
  file.runEach(
    database.insertInto('risk').values(risk),
    risks.map(({ id, index }) => [
      id,
      `R-${String(index + 1001).padStart(4, '0')}`,
      `${of(tasks, index)} of ${of(objects, index * 3)} is wrong for ${of(units, index)}`,
      'Training data of earlier years.',
      'A case is read wrongly and nobody notices.',
      'A person is treated unfairly, and the client has to put it right.',
      `Head of ${of(units, index)}`,
      (index % 5) + 1,
      ((index * 3) % 5) + 1,
      (index % 4) + 1,
      ((index * 3) % 4) + 1,
      of(['avoid', 'modify', 'share', 'retain'], index),
      'Test with new data twice a year.',
      createdAt,
    ]),
  )
  file.runEach(
    database.insertInto('riskSystem').values({ id: '', riskId: '', systemId: '' }),
    systemIds.length < 2
      ? []
      : risks.flatMap(({ id, index }) => [
          [uuid(), id, of(systemIds, index)],
          [uuid(), id, of(systemIds, index + 1)],
        ]),
  )
  file.runEach(
    database.insertInto('riskControl').values({ id: '', riskId: '', code: '' }),
    risks.flatMap(({ id, index }) => [
      [uuid(), id, of(controls, index)],
      [uuid(), id, of(controls, index + 1)],
    ]),
  )
}

/** Days around today, so that some are overdue. */
const dayAround = (index: number) => new Date(Date.now() + ((index % 400) - 200) * 86_400_000).toISOString().slice(0, 10)

/** So many entries in each register, each linked with a control and a system. */
function addRegisters(file: EngagementFile, count: number, systemIds: readonly string[]): void {
  for (const register of registerIds) {
    const { due } = registers[register]
    const entries = range(count).map((index) => ({
      fields: {
        title: `${of(tasks, index)} of ${of(objects, Math.floor(index / 7))}`,
        owner: `Head of ${of(units, index)}`,
        ...(due === null ? {} : { [due]: dayAround(index) }),
      },
      links: [
        { kind: 'control' as const, id: of(controls, index) },
        { kind: 'system' as const, id: of(systemIds, index) },
      ],
    }))
    insertEntries(file, register, entries, new Date(createdAt))
  }
}

const phases = ['foundation', 'design', 'implementation', 'internal-audit', 'readiness', 'certification'] as const

function addRoadmap(file: EngagementFile, count: number): void {
  const task = { id: '', title: '', phase: phases[0], owner: '', startOn: '', endOn: '', place: 0, createdAt }
  file.runEach(
    database.insertInto('roadmapTask').values(task),
    range(count).map((index) => [
      uuid(),
      `${of(tasks, index)} of ${of(objects, index)}`,
      of(phases, index),
      `Head of ${of(units, index)}`,
      dayAround(index),
      dayAround(index + 10),
      index,
      createdAt,
    ]),
  )
}
