import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import type { z } from 'zod'
import { contract } from '../../src-main/contract/index.ts'
import { clock, compare, type Measure, measureOf, type Size } from './measure.ts'
import { Desk, engagementOf, openBare } from './prepared.ts'
import { addToScale, largest, type Scale } from './scale.ts'

interface List {
  name: string
  procedure: 'inventory.systems' | 'risk.list' | 'impact.list' | 'soa.decisions' | 'actions.list' | 'evidence.list'
  output: z.ZodType
  /** What SQLite alone has to read for it. */
  bare: string
}

/** What the screens of a large engagement ask for first. */
const lists: List[] = [
  {
    name: 'list of AI systems',
    procedure: 'inventory.systems',
    output: contract.inventory.systems.output,
    bare: 'SELECT * FROM aiSystem LEFT JOIN classification ON classification.systemId = aiSystem.id',
  },
  {
    name: 'list of risks',
    procedure: 'risk.list',
    output: contract.risk.list.output,
    bare: 'SELECT * FROM risk LEFT JOIN riskSystem ON riskSystem.riskId = risk.id',
  },
  {
    name: 'list of impact assessments',
    procedure: 'impact.list',
    output: contract.impact.list.output,
    bare: 'SELECT * FROM impactAssessment LEFT JOIN impact ON impact.assessmentId = impactAssessment.id',
  },
  {
    name: 'SoA with what calls for each control',
    procedure: 'soa.decisions',
    output: contract.soa.decisions.output,
    bare: 'SELECT * FROM riskControl JOIN risk ON risk.id = riskControl.riskId LEFT JOIN riskSystem ON riskSystem.riskId = risk.id',
  },
  {
    name: 'list of actions',
    procedure: 'actions.list',
    output: contract.actions.list.output,
    bare: `SELECT id, title, owner FROM actionsRegister UNION ALL SELECT id, title, owner FROM nonconformitiesRegister
      UNION ALL SELECT id, action, owner FROM judgement UNION ALL SELECT id, treatmentPlan, owner FROM risk
      UNION ALL SELECT id, description, owner FROM impactMeasure UNION ALL SELECT id, title, owner FROM objectivesRegister
      UNION ALL SELECT id, title, owner FROM roadmapTask`,
  },
  {
    name: 'list of evidence',
    procedure: 'evidence.list',
    output: contract.evidence.list.output,
    bare: 'SELECT * FROM evidenceRegister LEFT JOIN recordLink ON recordLink.recordId = evidenceRegister.id',
  },
]

const medium: Scale = { systems: 1000, risks: 600, assessments: 100 }

/** Each list of a large engagement against the statement that reads its rows; before each, a change makes what was kept of it stale. */
export async function listsAtScale(size: Size): Promise<Measure[]> {
  const scale = size.isShort ? medium : largest
  const file = join(size.folder, 'lists.aims')
  copyFileSync(engagementOf(size), file)
  addToScale(file, scale)
  const desk = new Desk(size)
  await desk.open(file)
  const connection = openBare(file)
  let changes = 0
  const measures: Measure[] = []
  for (const { name, procedure, output, bare } of lists) {
    const statement = connection.prepare(bare)
    const compared = await compare({
      repetitions: size.isShort ? 3 : 15,
      warmUp: 2,
      async ours() {
        await desk.ask('engagement.update', { title: `Title ${++changes}` }, contract.engagement.update.output)
        return clock(() => desk.ask(procedure, {}, output))
      },
      bare: () => clock(() => statement.all()),
    })
    measures.push(measureOf(`${name} (${scale.systems} systems)`, 'the statement that reads its rows', compared))
  }
  connection.close()
  await desk.close()
  return measures
}
