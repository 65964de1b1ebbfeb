import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { v7 as uuid } from 'uuid'
import { z } from 'zod'
import { riskCriteria, riskFields } from '../../contract/risk.ts'
import { database } from '../../engagement/database.ts'
import type { EngagementFile } from '../../engagement/file.ts'
import { toListColumn } from '../../engagement/lists.ts'
import { resourceFolder } from '../../resources.ts'
import { riskCriteriaId } from '../../risk/criteria.ts'
import { inDays } from './in-days.ts'

/** Likelihood and consequence. */
const rating = z.tuple([z.number(), z.number()]).nullable()
const days = z.number().nullable()

const sampleRisk = riskFields
  .pick({
    reference: true,
    title: true,
    sources: true,
    objectives: true,
    cause: true,
    event: true,
    consequence: true,
    owner: true,
    treatment: true,
    treatmentPlan: true,
    treatmentOwner: true,
    treatmentStatus: true,
    acceptedBy: true,
    acceptanceReason: true,
    state: true,
    notes: true,
  })
  .extend({
    /** Entry of the library that it started from. */
    library: z.string(),
    inherent: rating,
    current: rating,
    target: rating,
    treatmentDueIn: days,
    acceptedAgo: days,
    reviewIn: days,
    /** Keys of the sample's systems. */
    systems: z.array(z.string()),
    controls: z.array(z.string()),
  })
type SampleRisk = z.infer<typeof sampleRisk>

const sample = z.object({ criteria: riskCriteria, risks: z.array(sampleRisk) })

/** Gives the sample its risk register; the systems are named by their keys in the sample. Call inside write(). */
export function addRisks(file: EngagementFile, systemIds: ReadonlyMap<string, string>): void {
  const { criteria, risks } = sample.parse(JSON.parse(readFileSync(join(resourceFolder(), 'sample', 'risk.json'), 'utf8')))
  file.run(
    database.insertInto('riskCriteria').values({
      id: riskCriteriaId,
      likelihood: JSON.stringify(criteria.likelihood),
      consequence: JSON.stringify(criteria.consequence),
      acceptance: JSON.stringify(criteria.acceptance),
      note: criteria.note,
    }),
  )
  const added = risks.map((risk) => ({ risk, id: uuid() }))
  file.run(database.insertInto('risk').values(added.map(({ risk, id }) => toRow(risk, id))))
  file.runEach(
    database.insertInto('riskSystem').values({ id: '', riskId: '', systemId: '' }),
    added.flatMap(({ risk, id }) => risk.systems.map((key) => [uuid(), id, systemIds.get(key)])),
  )
  file.runEach(
    database.insertInto('riskControl').values({ id: '', riskId: '', code: '' }),
    added.flatMap(({ risk, id }) => risk.controls.map((code) => [uuid(), id, code])),
  )
}

function toRow(risk: SampleRisk, id: string) {
  const { library, inherent, current, target, treatmentDueIn, acceptedAgo, reviewIn, systems: _, controls: __, ...fields } = risk
  return {
    ...fields,
    id,
    sources: toListColumn(fields.sources),
    objectives: toListColumn(fields.objectives),
    inherentLikelihood: inherent?.[0] ?? null,
    inherentConsequence: inherent?.[1] ?? null,
    currentLikelihood: current?.[0] ?? null,
    currentConsequence: current?.[1] ?? null,
    targetLikelihood: target?.[0] ?? null,
    targetConsequence: target?.[1] ?? null,
    treatmentDue: inDays(treatmentDueIn),
    acceptedOn: inDays(acceptedAgo === null ? null : -acceptedAgo),
    reviewDate: inDays(reviewIn),
    origin: 'library' as const,
    originId: library,
    createdAt: new Date().toISOString(),
  }
}
