import { loadCatalog } from '../catalog/load.ts'
import type { Control } from '../contract/catalog.ts'
import { FieldbookError } from '../contract/errors.ts'
import { type Decision, type DecisionFields, inclusionReason } from '../contract/soa.ts'
import { database } from '../engagement/database.ts'
import type { EngagementFile } from '../engagement/file.ts'
import { fromListColumn, toListColumn } from '../engagement/lists.ts'
import { text } from '../language/text.ts'
import { asKept, readBasis } from './basis.ts'
import { customControls, decisionByCode, decisionRows, latestJudgements, systemsOfDecisions } from './queries.ts'

/** Every row of the SoA with what the catalog, the inventory and the newest round say of it: Annex A in its order, then custom controls. */
export function readDecisions(file: EngagementFile, basis = readBasis(file)): Decision[] {
  const rows = new Map(file.all(decisionRows).map((row) => [row.code, row]))
  const systems = Map.groupBy(file.all(systemsOfDecisions), ({ decisionId }) => decisionId)
  const conformity = new Map(file.all(latestJudgements).map((judgement) => [judgement.itemId, judgement.conformity]))
  return [...annexA(), ...ownControls(file)].flatMap((about) => {
    const row = rows.get(about.code)
    if (!row) return []
    return {
      ...row,
      ...about,
      reasons: fromListColumn(inclusionReason, row.reasons),
      systems: (systems.get(row.id) ?? []).map(({ id, name }) => ({ id, name })),
      basis: asKept(basis.get(row.code)),
      conformity: conformity.get(row.code) ?? 'not-assessed',
    }
  })
}

type About = Pick<Decision, 'code' | 'title' | 'objective' | 'objectiveTitle' | 'custom' | 'description'>

function annexA(): About[] {
  const { controls, objectives } = loadCatalog()
  const titles = new Map(objectives.map(({ id, title }) => [id, title]))
  return controls.map(({ id, title, objective }: Control) => ({
    code: id,
    title,
    objective,
    objectiveTitle: titles.get(objective) ?? '',
    custom: false,
    description: '',
  }))
}

function ownControls(file: EngagementFile): About[] {
  const own = { objective: 'custom', objectiveTitle: text('soa:customControls'), custom: true }
  return file
    .all(customControls)
    .sort((a, b) => a.code.localeCompare(b.code, 'en', { numeric: true }))
    .map(({ code, title, description }) => ({ code, title, description, ...own }))
}

/** One row of the SoA; fails with not-found where no control has the code. */
export function readDecision(file: EngagementFile, code: string): Decision {
  const decision = readDecisions(file).find((candidate) => candidate.code === code)
  if (!decision) throw new FieldbookError('not-found', { what: code })
  return decision
}

/** The fields as the table holds them. */
const asColumns = ({ reasons, ...fields }: Partial<DecisionFields>) => ({
  ...fields,
  ...(reasons === undefined ? {} : { reasons: toListColumn(reasons) }),
})

/** Gives the rows of these controls the same values, as one change. Says how many rows there are. */
export function changeDecisions(file: EngagementFile, codes: string[], fields: Partial<DecisionFields>): number {
  if (Object.keys(fields).length === 0) return 0
  const [first = ''] = codes
  const label = codes.length === 1 ? text('soa:history.decided', { code: first }) : text('soa:history.decidedMany', { count: codes.length })
  return file.write(label, () => {
    const changed = file.run(database.updateTable('soaDecision').set(asColumns(fields)).where('code', 'in', codes))
    if (changed !== new Set(codes).size) throw new FieldbookError('not-found', { what: codes.join(', ') })
    return changed
  })
}

/** Names the AI systems of the inventory that a control concerns; links that stay are not written again. */
export function setSystems(file: EngagementFile, code: string, systemIds: string[], makeId: () => string): void {
  const { id: decisionId } = file.one(decisionByCode(code), code)
  const linked = new Set(
    file.all(database.selectFrom('soaDecisionSystem').select('systemId').where('decisionId', '=', decisionId)).map((row) => row.systemId),
  )
  const added = [...new Set(systemIds)].filter((systemId) => !linked.has(systemId))
  for (const systemId of added) file.one(database.selectFrom('aiSystem').select('id').where('id', '=', systemId), systemId)
  file.write(text('soa:history.systems', { code }), () => {
    const gone = database.deleteFrom('soaDecisionSystem').where('decisionId', '=', decisionId)
    file.run(systemIds.length === 0 ? gone : gone.where('systemId', 'not in', systemIds))
    file.runEach(
      database.insertInto('soaDecisionSystem').values({ id: '', decisionId, systemId: '' }),
      added.map((systemId) => [makeId(), decisionId, systemId]),
    )
  })
}
