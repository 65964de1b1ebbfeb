import { assessables, loadCatalog } from '../catalog/load.ts'
import type { Assessable } from '../contract/catalog.ts'
import type { GapDifference, GapResults, GroupResult, Judgement, Round } from '../contract/gap.ts'
import type { EngagementFile } from '../engagement/file.ts'
import { text } from '../language/text.ts'
import { judgementsOf, roundById, rounds } from './queries.ts'
import { compare, type ItemFacts, openEffort, rankGaps, summarize } from './rules.ts'

const mostGaps = 15

export const readRounds = (file: EngagementFile): Round[] => file.all(rounds)

export const readRound = (file: EngagementFile, id: string): Round => file.one(roundById(id), text('gap:round'))

/** Every judgement of a round, in the order of the catalog. */
export function readJudgements(file: EngagementFile, roundId: string): Judgement[] {
  const byItem = new Map(file.all(judgementsOf(roundId)).map((judgement) => [judgement.itemId, judgement]))
  return [...assessables().keys()].flatMap((itemId) => byItem.get(itemId) ?? [])
}

function itemFacts(): ReadonlyMap<string, ItemFacts> {
  return new Map(
    [...assessables()].map(([id, { title, documentedInformation }]) => [id, { title, isMandatory: documentedInformation !== null }]),
  )
}

/** Conformity, maturity, progress and top gaps of a round, for the whole and for each chapter, clause and objective. */
export function readResults(file: EngagementFile, roundId: string): GapResults {
  const round = readRound(file, roundId)
  const judgements = readJudgements(file, roundId)
  const { chapters, clauses, objectives } = loadCatalog()
  const grouped = (kind: GroupResult['kind'], groups: { id: string; title: string }[], groupOf: (item: Assessable) => string | null) => {
    const members = Map.groupBy(judgements, ({ itemId }) => {
      const item = assessables().get(itemId)
      return item ? groupOf(item) : null
    })
    return groups.map(({ id, title }) => summarize({ id, title, kind }, members.get(id) ?? []))
  }
  return {
    round,
    total: summarize({ id: '', title: round.name, kind: 'chapter' }, judgements),
    chapters: grouped('chapter', chapters, (item) => (item.kind === 'requirement' ? (item.clause.split('.')[0] ?? null) : null)),
    clauses: grouped('clause', clauses, (item) => (item.kind === 'requirement' ? item.clause : null)),
    objectives: grouped('objective', objectives, (item) => (item.kind === 'control' ? item.objective : null)),
    topGaps: rankGaps(judgements, itemFacts(), mostGaps),
    openEffortDays: openEffort(judgements),
  }
}

/** What changed between two rounds. */
export function readDifference(file: EngagementFile, from: string, to: string): GapDifference {
  return {
    from: readRound(file, from),
    to: readRound(file, to),
    ...compare(readJudgements(file, from), readJudgements(file, to), itemFacts()),
  }
}
