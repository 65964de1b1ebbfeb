import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { answerAll } from '../../classification/classifications.ts'
import { classificationFields } from '../../contract/classification.ts'
import type { EngagementFile } from '../../engagement/file.ts'
import { resourceFolder } from '../../resources.ts'
import { inDays } from './in-days.ts'

const sampleClassification = z.strictObject({
  system: z.string(),
  ...classificationFields.pick({ classifiedBy: true, notes: true }).partial().shape,
  /** Days from today. */
  classifiedIn: z.number().nullable().default(null),
  reviewIn: z.number().nullable().default(null),
  /** By question: the options, with the reason after them where there is one. */
  answers: z.record(z.string(), z.strictObject({ value: z.array(z.string()).min(1), reason: z.string().optional() })),
})

/** Gives the sample the classification of its AI systems; the systems are named by their keys in the sample. Call inside write(). */
export function addClassifications(file: EngagementFile, systemIds: ReadonlyMap<string, string>): void {
  const content: unknown = JSON.parse(readFileSync(join(resourceFolder(), 'sample', 'classification.json'), 'utf8'))
  for (const { system, answers, classifiedIn, reviewIn, ...fields } of z.array(sampleClassification).parse(content)) {
    const given = Object.entries(answers).map(([question, answer]) => ({ question, ...answer }))
    const dates = { classifiedOn: inDays(classifiedIn), reviewDate: inDays(reviewIn) }
    answerAll(file, systemIds.get(system) ?? '', given, { ...fields, ...dates })
  }
}
