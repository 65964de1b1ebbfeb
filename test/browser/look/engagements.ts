import { writeFileSync } from 'node:fs'
import { z } from 'zod'
import { classificationFields } from '../../../src-main/contract/classification.ts'
import { engagementFields } from '../../../src-main/contract/engagement.ts'
import { judgementFields } from '../../../src-main/contract/gap.ts'
import { assessmentFields, failureModeFields, impactFields, measureFields } from '../../../src-main/contract/impact.ts'
import { eventFields, notificationFields } from '../../../src-main/contract/incidents.ts'
import { systemFields } from '../../../src-main/contract/inventory.ts'
import {
  entryValue,
  type LinkTarget,
  linkKinds,
  type RegisterId,
  registerIds,
  registers,
} from '../../../src-main/contract/registers/index.ts'
import { riskFields } from '../../../src-main/contract/risk.ts'
import { taskFields } from '../../../src-main/contract/roadmap.ts'
import { decisionFields } from '../../../src-main/contract/soa.ts'
import { statementFields, statementKinds } from '../../../src-main/contract/statements.ts'
import { answerFields } from '../../../src-main/contract/suppliers.ts'
import type { Workplace } from '../../unit/hosts/processes.ts'
import { filled, longName } from './filled.ts'
import { MainSide } from './main-side.ts'

/** Nothing is there but what an engagement begins with. */
export const bare = (workplace: Workplace) => MainSide.make(workplace, 'bare.aims', false, async () => {})

/** One record of everything, and nothing in it. */
export const blank = (workplace: Workplace) =>
  MainSide.make(workplace, 'blank.aims', false, async (main) => {
    const system = await main.call('inventory.add', { name: 'S' })
    await main.call('impact.start', { systemId: system.id })
    await main.call('risk.add', {})
    for (const register of registerIds) await main.call('registers.add', { register })
    await main.call('roadmap.add', { phase: 'foundation' })
    await main.call('raci.add', { activities: [{ title: 'A' }] })
  })

/** The sample, with the first record of everything as full as it can be. */
export const fullest = (workplace: Workplace) =>
  MainSide.make(workplace, 'fullest.aims', true, async (main) => {
    await main.call('engagement.update', filled(engagementFields))
    await fillWork(main)
    await fillImpact(main)
    for (const register of registerIds) await fillRegister(main, register)
    await fillParts(main)
    await fillGap(main, workplace)
    for (const kind of statementKinds) await fillStatement(main, kind)
  })

const idOf = (rows: readonly { id: string }[]): string => {
  const id = rows[0]?.id
  if (!id) throw new Error('the sample has none of these')
  return id
}

async function fillWork(main: MainSide): Promise<void> {
  const systems = await main.call('inventory.systems', {})
  const id = idOf(systems)
  await main.call('inventory.update', { id, fields: filled(systemFields) })
  await main.call('classification.update', { systemId: id, fields: filled(classificationFields) })
  const systemIds = systems.map((system) => system.id)
  const decisions = await main.call('soa.decisions', {})
  const risk = idOf(await main.call('risk.list', {}))
  const { topics } = await main.call('risk.guide', {})
  const ofKind = (kind: string) => topics.filter((topic) => topic.kind === kind).map((topic) => topic.id)
  const steps = {
    inherentLikelihood: 5,
    inherentConsequence: 5,
    currentLikelihood: 4,
    currentConsequence: 4,
    targetLikelihood: 2,
    targetConsequence: 3,
  }
  await main.call('risk.update', {
    id: risk,
    fields: filled(riskFields, { reference: 'R-001', sources: ofKind('source'), objectives: ofKind('objective'), ...steps }),
  })
  await main.call('risk.setSystems', { id: risk, systemIds })
  await main.call('risk.setControls', { id: risk, codes: decisions.map(({ code }) => code) })
  const code = decisions[0]?.code ?? ''
  await main.call('soa.decide', { code, fields: filled(decisionFields, { applicability: 'excluded' }) })
  await main.call('soa.setSystems', { code, systemIds })
  await main.call('soa.addControl', { code: longName.slice(0, 40), title: longName, description: longName })
  const { tasks } = await main.call('roadmap.plan', {})
  await main.call('roadmap.update', {
    id: idOf(tasks),
    fields: filled(taskFields, { kind: 'task', startOn: '2026-10-01', endOn: '2027-03-01', phase: tasks[0]?.phase }),
  })
}

async function fillImpact(main: MainSide): Promise<void> {
  const assessmentId = idOf(await main.call('impact.list', {}))
  const { dimensions, triggers } = await main.call('impact.guide', {})
  await main.call('impact.update', {
    assessmentId,
    fields: filled(assessmentFields, { triage: 'full', triggers: triggers.map(({ id }) => id) }),
  })
  for (const kind of ['benefit', 'harm'] as const) {
    const fields = { ...filled(impactFields), kind, dimension: dimensions[0]?.id ?? '', subject: 'individuals' as const }
    await main.call('impact.addImpact', { assessmentId, fields })
  }
  await main.call('impact.addFailureMode', { assessmentId, fields: filled(failureModeFields) })
  const { impacts } = await main.call('impact.get', { assessmentId })
  const impactId = impacts.find(({ kind, who }) => kind === 'harm' && who === longName)?.id ?? null
  await main.call('impact.addMeasure', { assessmentId, fields: filled(measureFields, { impactId, controlCode: longName.slice(0, 40) }) })
}

async function fillRegister(main: MainSide, register: RegisterId): Promise<void> {
  const rows = await main.call('registers.list', { register })
  const id = rows[0]?.id ?? (await main.call('registers.add', { register })).id
  const schema: z.ZodObject<z.ZodRawShape> = registers[register].fields
  const { reference: _kept, ...full } = z.record(z.string(), entryValue).parse(filled(schema))
  // Two lines of a chart at one height would be two words in one place.
  const apart: Record<string, number> = register === 'measures' ? { alertBelow: 10, target: 5000, alertAbove: 20_000 } : {}
  await main.call('registers.update', { register, id, fields: { ...full, ...apart } })
  for (const target of await anyTargets(main, id)) await main.call('registers.link', { id, target })
}

/** Of each kind of thing that an entry can be linked with, the first three. */
async function anyTargets(main: MainSide, id: string): Promise<LinkTarget[]> {
  const found = await Promise.all(linkKinds.map((kind) => main.call('registers.targets', { kind })))
  return found
    .flatMap((targets) => targets.slice(0, 3))
    .filter((target) => target.id !== id)
    .map((target) => ({ kind: target.kind, id: target.id }))
}

async function fillParts(main: MainSide): Promise<void> {
  const firstOf = async (register: RegisterId) => idOf(await main.call('registers.list', { register }))
  const incident = await firstOf('incidents')
  const { duties } = await main.call('incidents.addEvent', { id: incident, fields: filled(eventFields) })
  for (const { id } of duties.slice(0, 2))
    await main.call('incidents.decide', { id: incident, duty: id, fields: filled(notificationFields, { needed: 'yes', sentAt: null }) })
  const days = Array.from({ length: 30 }, (_, index) => `2024-06-${String(index + 1).padStart(2, '0')}`)
  await main.call('measures.addReadings', {
    id: await firstOf('measures'),
    readings: days.map((day, index) => ({ day, value: index * 1234.5, note: longName })),
  })
  const audit = await firstOf('audits')
  const groups = await main.call('audits.groups', { auditId: audit })
  await main.call('audits.addItems', { auditId: audit, groups: groups.map(({ id }) => id) })
  const item = idOf(await main.call('audits.items', { auditId: audit }))
  await main.call('audits.setItem', { id: item, fields: { question: longName, seen: longName, result: 'major' } })
  await main.call('reviews.addDecision', { id: await firstOf('reviews'), fields: { kind: 'improvement', decision: longName } })
  const supplier = await firstOf('suppliers')
  const { questions } = await main.call('suppliers.get', { id: supplier })
  for (const { id } of questions.slice(0, 3))
    await main.call('suppliers.answer', { id: supplier, question: id, fields: filled(answerFields) })
  await main.call('raci.add', { activities: [{ title: longName }] })
}

/** Requirement and control that are judged, with everything that a judgement can have; the evidence has a long name too. */
export const fullItems = ['4.1-1', 'A.6.2.4'] as const

async function fillGap(main: MainSide, workplace: Workplace): Promise<void> {
  const roundId = (await main.call('gap.rounds', {})).at(-1)?.id ?? ''
  await main.call('gap.updateRound', { roundId, name: longName.slice(0, 80) })
  const paths = ['Minutes', 'Photograph', 'Register'].map((name) => workplace.path(`${name} ${longName}.txt`))
  for (const path of paths) writeFileSync(path, path)
  for (const id of fullItems) {
    const kind = id.startsWith('A') ? 'control' : 'requirement'
    await main.call('gap.judge', {
      roundId,
      itemId: id,
      fields: filled(judgementFields, { conformity: kind === 'control' ? 'not-applicable' : 'partly' }),
    })
    await main.call('evidence.attach', { paths, target: { kind, id } })
    for (const register of registerIds.filter((each) => each !== 'evidence')) {
      await main.call('registers.link', { id: idOf(await main.call('registers.list', { register })), target: { kind, id } })
    }
  }
}

async function fillStatement(main: MainSide, kind: (typeof statementKinds)[number]): Promise<void> {
  await main.call('statements.update', { kind, fields: filled(statementFields) })
  const { written } = await main.call('statements.get', { kind })
  for (const { section } of written.slice(0, 2))
    await main.call('statements.write', { kind, section, body: filled(judgementFields).notes ?? '' })
}
