import { z } from 'zod'
import { duties as allDuties } from '../catalog/duties.ts'
import { assessables } from '../catalog/load.ts'
import { riskLevelOf } from '../catalog/risk-level.ts'
import type { Duty } from '../contract/classification.ts'
import type { Basis, ControlBasis } from '../contract/soa.ts'
import type { EngagementFile } from '../engagement/file.ts'
import { fromListColumn } from '../engagement/lists.ts'
import { lastChange, readAcceptance } from '../engagement/queries.ts'
import { assessmentsOfHarms, assessmentsOfMeasures, risksOfControls, systemsOfRisks, systemsWithDuties } from './basis-queries.ts'
import { latestJudgements } from './queries.ts'

/** AI systems that a cell names before it counts the rest. */
const mostSystems = 12

interface NamedSystem {
  id: string
  name: string
}

/** AI systems whose classification gives them the very same duties; there are few such groups, however many systems. */
interface DutyGroup {
  duties: string[]
  systems: NamedSystem[]
}

type BasisByCode = ReadonlyMap<string, ControlBasis>

/** A screen asks several times between two changes; what was found for a file stays true until its next change. */
const kept = new WeakMap<EngagementFile, { change: string | undefined; basis: BasisByCode }>()

/** What calls for each control (clause 6.1.3), by its code. Controls that nothing calls for are not in it. Not to be called inside write(). */
export function readBasis(file: EngagementFile): BasisByCode {
  const change = file.first(lastChange)?.uid
  const last = kept.get(file)
  if (last && last.change === change) return last.basis
  const basis = findBasis(file)
  kept.set(file, { change, basis })
  return basis
}

function findBasis(file: EngagementFile): BasisByCode {
  const systems = file.all(systemsWithDuties)
  const groups = groupByDuties(systems)
  const ofControls = dutiesByControl(groups)
  const risks = risksByControl(file)
  const assessments = assessmentsByControl(file)
  const direct = systemsByControl(file, assessments)
  const findings = findingsByControl(file)
  const systemOf = new Map(systems.map((system) => [system.id, system]))
  const groupOf = new Map(groups.flatMap((group) => group.systems.map(({ id }) => [id, group])))
  const codes = new Set([...risks.keys(), ...assessments.keys(), ...direct.keys(), ...ofControls.keys(), ...findings.keys()])
  return new Map(
    [...codes].map((code) => {
      const duties = ofControls.get(code) ?? []
      const own = [...(direct.get(code) ?? [])].flatMap((id) => systemOf.get(id) ?? [])
      return [
        code,
        {
          code,
          risks: risks.get(code) ?? [],
          assessments: (assessments.get(code) ?? []).map(({ id, title, byMeasure }) => ({ id, title, byMeasure })),
          duties: duties.map(({ duty: { id, title, articles }, groups: having }) => ({
            id,
            title,
            articles,
            ...firstOf([], new Set(having), groupOf),
          })),
          ...firstOf(own, new Set(duties.flatMap((each) => each.groups)), groupOf),
          findings: findings.get(code) ?? [],
        },
      ]
    }),
  )
}

/** The first systems, those with links of their own before those that only share a duty, and how many there are beyond them. No list is put together. */
function firstOf(own: NamedSystem[], groups: ReadonlySet<DutyGroup>, groupOf: ReadonlyMap<string, DutyGroup>) {
  const named = own.toSorted((a, b) => a.name.localeCompare(b.name, 'en')).slice(0, mostSystems)
  const linked = new Set(own.map(({ id }) => id))
  for (const { systems } of groups) {
    for (const system of systems) {
      if (named.length >= mostSystems) break
      if (!linked.has(system.id)) named.push(system)
    }
  }
  const outside = own.filter(({ id }) => !groups.has(groupOf.get(id) ?? nobody)).length
  const total = [...groups].reduce((sum, { systems }) => sum + systems.length, outside)
  return { systems: named.map(({ id, name }) => ({ id, name })), moreSystems: total - named.length }
}

/** Systems without any duty. */
const nobody: DutyGroup = { duties: [], systems: [] }

function groupByDuties(systems: (NamedSystem & { duties: string | null })[]): DutyGroup[] {
  const groups = Map.groupBy(
    systems.filter(({ duties }) => duties !== null && duties !== '[]'),
    ({ duties }) => duties ?? '[]',
  )
  return [...groups].map(([duties, members]) => ({ duties: fromListColumn(z.string(), duties), systems: members }))
}

interface DutyOfControl {
  duty: Duty
  groups: DutyGroup[]
}

/** In the order of the Act: the duties stand in it as their content does. */
function dutiesByControl(groups: DutyGroup[]): ReadonlyMap<string, DutyOfControl[]> {
  const having = Map.groupBy(
    groups.flatMap((group) => group.duties.map((id) => ({ id, group }))),
    ({ id }) => id,
  )
  const pairs = [...allDuties().values()].flatMap((duty) => {
    const members = having.get(duty.id)?.map(({ group }) => group) ?? []
    return members.length === 0 ? [] : duty.controls.map((code) => ({ code, duty, groups: members }))
  })
  return Map.groupBy(pairs, ({ code }) => code)
}

function risksByControl(file: EngagementFile): ReadonlyMap<string, ControlBasis['risks']> {
  const acceptance = readAcceptance(file)
  const grouped = Map.groupBy(file.all(risksOfControls), ({ code }) => code)
  return new Map(
    [...grouped].map(([code, rows]) => [
      code,
      rows.map(({ id, reference, title, currentLikelihood, currentConsequence }) => ({
        id,
        reference,
        title,
        level: riskLevelOf(acceptance, currentLikelihood, currentConsequence),
      })),
    ]),
  )
}

interface AssessmentOfControl {
  id: string
  title: string
  systemId: string
  byMeasure: boolean
}

/** A measure says more than a risk that a harm became, so it stands for both. */
function assessmentsByControl(file: EngagementFile): ReadonlyMap<string, AssessmentOfControl[]> {
  const byMeasure = file.all(assessmentsOfMeasures).map((row) => ({ ...row, code: row.code ?? '', byMeasure: true }))
  const measured = new Set(byMeasure.map(({ code, id }) => `${code} ${id}`))
  const byHarm = file.all(assessmentsOfHarms).flatMap((row) => (measured.has(`${row.code} ${row.id}`) ? [] : { ...row, byMeasure: false }))
  return Map.groupBy([...byMeasure, ...byHarm], ({ code }) => code)
}

/** AI systems by control, reached over a risk or an impact assessment; those that somebody named with it are part of its row. */
function systemsByControl(file: EngagementFile, assessments: ReadonlyMap<string, AssessmentOfControl[]>): ReadonlyMap<string, Set<string>> {
  const links = [
    ...file.all(systemsOfRisks),
    ...[...assessments].flatMap(([code, rows]) => rows.map(({ systemId }) => ({ code, systemId }))),
  ]
  const byCode = new Map<string, Set<string>>()
  for (const { code, systemId } of links) {
    const known = byCode.get(code)
    if (known) known.add(systemId)
    else byCode.set(code, new Set([systemId]))
  }
  return byCode
}

/** Gaps of the newest round: the control's own, and those of the clauses that it belongs to. */
function findingsByControl(file: EngagementFile): ReadonlyMap<string, ControlBasis['findings']> {
  const gaps = file.all(latestJudgements).filter(({ conformity }) => conformity === 'partly' || conformity === 'does-not-conform')
  const byClause = Map.groupBy(gaps, ({ itemId }) => {
    const item = assessables().get(itemId)
    return item?.kind === 'requirement' ? item.clause : itemId
  })
  const controls = [...assessables().values()].filter((item) => item.kind === 'control')
  return new Map(
    controls.flatMap(({ id, relatedClauses }) => {
      const found = [id, ...relatedClauses].flatMap((place) => byClause.get(place) ?? [])
      return found.length === 0
        ? []
        : [[id, found.map(({ itemId, conformity }) => ({ itemId, title: assessables().get(itemId)?.title ?? '', conformity }))]]
    }),
  )
}

export const nothingCallsFor = (code: string): ControlBasis => ({
  code,
  risks: [],
  assessments: [],
  duties: [],
  systems: [],
  moreSystems: 0,
  findings: [],
})

/** What calls for a control as its row in the SoA keeps it; findings change with each round and are not kept. */
export function asKept(found: ControlBasis | undefined): Basis {
  if (!found) return { risks: [], assessments: [], duties: [], systems: [], moreSystems: 0 }
  return {
    risks: found.risks.map(({ reference, title }) => `${reference} ${title}`),
    assessments: found.assessments.map(({ title }) => title),
    duties: found.duties.map(({ articles, title }) => `${articles.join(', ')} ${title}`),
    systems: found.systems.map(({ name }) => name),
    moreSystems: found.moreSystems,
  }
}
