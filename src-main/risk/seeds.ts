import { assessables } from '../catalog/load.ts'
import { loadRiskGuide } from '../catalog/risk-guide.ts'
import type { Risk, RiskFields, RiskSeed } from '../contract/risk.ts'
import type { EngagementFile } from '../engagement/file.ts'
import { inUse } from '../engagement/systems-in-use.ts'
import { text } from '../language/text.ts'
import { findings, harms, measuresOfHarms, usedOrigins } from './queries.ts'

/** What a risk can start from, with all that it takes from there. */
export interface Seed extends Omit<RiskSeed, 'used'> {
  fields: Partial<RiskFields>
  systemIds: string[]
  /** Controls that it proposes; those that the SoA does not know are left out. */
  controls: string[]
}

type Origin = RiskSeed['origin']

/** Objectives of Annex C that a harm on a dimension of the impact assessment is about; dimensions without one are left to the consultant. */
const objectivesOfDimensions: Readonly<Record<string, string>> = {
  accountability: 'C.2.1',
  environment: 'C.2.4',
  fairness: 'C.2.5',
  maintainability: 'C.2.6',
  privacy: 'C.2.7',
  reliability: 'C.2.8',
  robustness: 'C.2.8',
  safety: 'C.2.9',
  security: 'C.2.10',
  transparency: 'C.2.11',
  explainability: 'C.2.11',
}

const longestTitle = 110

/** The first sentence, cut at a word where it is long. */
function shortened(words: string): string {
  const sentence = words.trim().split(/(?<=[.!?])\s|\n/)[0] ?? ''
  const plain = sentence.replace(/[.]$/, '')
  if (plain.length <= longestTitle) return plain
  return `${plain.slice(0, plain.lastIndexOf(' ', longestTitle)).trimEnd()}…`
}

const makers: Record<Origin, (file: EngagementFile) => Seed[]> = { library: librarySeeds, impact: harmSeeds, finding: findingSeeds }

/** Everything of one origin that a risk can start from. */
export const readSeeds = (file: EngagementFile, origin: Origin): Seed[] => makers[origin](file)

/** The seeds as they are chosen from, with how many risks have started from each. */
export function listSeeds(file: EngagementFile, origin: Origin): RiskSeed[] {
  const used = new Map(file.all(usedOrigins).map((row) => [`${row.origin} ${row.originId}`, row.used]))
  return readSeeds(file, origin).map(({ originId, title, about }) => ({
    origin,
    originId,
    title,
    about,
    used: used.get(`${origin} ${originId}`) ?? 0,
  }))
}

function librarySeeds(): Seed[] {
  return loadRiskGuide().library.map(({ id, title, about, sources, objectives, cause, event, consequence, controls, plan }) => ({
    origin: 'library',
    originId: id,
    title,
    about,
    fields: { title, sources, objectives, cause, event, consequence, treatmentPlan: plan },
    systemIds: [],
    controls,
  }))
}

function harmSeeds(file: EngagementFile): Seed[] {
  const measures = Map.groupBy(file.all(measuresOfHarms), ({ impactId }) => impactId)
  return file.all(harms.where(inUse)).map(({ id, dimension, who, description, systemId, systemName }) => {
    const own = measures.get(id) ?? []
    const title = shortened(description) || text('risk:harmWithoutWords', { system: systemName })
    const objective = objectivesOfDimensions[dimension.toLowerCase()]
    return {
      origin: 'impact',
      originId: id,
      title,
      about: [systemName, who].filter(Boolean).join(': '),
      fields: {
        title,
        consequence: description,
        objectives: objective === undefined ? [] : [objective],
        treatmentPlan: own
          .map((measure) => measure.description)
          .filter(Boolean)
          .join('\n'),
        treatmentOwner: own.find(({ owner }) => owner !== '')?.owner ?? '',
      },
      systemIds: [systemId],
      controls: own.flatMap(({ controlCode }) => (controlCode === null ? [] : [controlCode])),
    }
  })
}

function findingSeeds(file: EngagementFile): Seed[] {
  const rows = new Map(file.all(findings).map((row) => [row.itemId, row]))
  return [...assessables().values()].flatMap((item): Seed[] => {
    const row = rows.get(item.id)
    if (!row) return []
    const title = shortened(row.finding) || text('risk:findingWithoutWords', { item: item.title })
    return [
      {
        origin: 'finding',
        originId: item.id,
        title,
        about: `${item.id} ${item.title}`,
        fields: { title, cause: row.finding, treatmentPlan: row.action, treatmentOwner: row.owner, treatmentDue: row.dueDate },
        systemIds: [],
        controls: item.kind === 'control' ? [item.id] : [],
      },
    ]
  })
}

type OriginNames = Pick<Risk, 'originTitle' | 'originAssessmentId'>

/** What the origin of a risk is called today; empty where it is gone. */
export function readOrigin(file: EngagementFile, origin: Origin | null, originId: string | null): OriginNames {
  const nowhere = { originTitle: '', originAssessmentId: null }
  if (origin === null || originId === null) return nowhere
  if (origin === 'impact') {
    const harm = file.first(harms.where('impact.id', '=', originId))
    return harm ? { originTitle: shortened(harm.description) || harm.systemName, originAssessmentId: harm.assessmentId } : nowhere
  }
  const entry = origin === 'library' ? loadRiskGuide().library.find(({ id }) => id === originId) : assessables().get(originId)
  return { ...nowhere, originTitle: entry ? entry.title : '' }
}
