import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import {
  autonomies,
  type ChoiceField,
  dataCategories,
  lifeCycleStages,
  reaches,
  systemField,
  systemKinds,
  systemRoles,
} from '../contract/inventory.ts'
import { resourceFolder } from '../resources.ts'
import type { ChoiceWords } from '../spreadsheet/map-value.ts'
import { ownWords } from './own-list.ts'

const words = z.array(z.string().trim().min(1))
const wordsOf = <Choices extends readonly [string, ...string[]]>(choices: Choices) => z.record(z.enum(choices), words)

/** What columns and choices are called in clients' lists, in English and German. */
export const vocabularySchema = z.object({
  columns: z.record(systemField, words),
  values: z.object({
    role: wordsOf(systemRoles),
    lifeCycleStage: wordsOf(lifeCycleStages),
    kind: wordsOf(systemKinds),
    autonomy: wordsOf(autonomies),
    dataCategories: wordsOf(dataCategories),
    reach: wordsOf(reaches),
  }),
})

export interface Vocabulary {
  columns: z.infer<typeof vocabularySchema>['columns']
  values: Record<ChoiceField, ChoiceWords>
}

/** The words of the content, and with them those that our own screens show. */
export function readVocabulary(): Vocabulary {
  const { columns, values } = vocabularySchema.parse(JSON.parse(readFileSync(join(resourceFolder(), 'import', 'ai-systems.json'), 'utf8')))
  const own = ownWords()
  const joined = (field: ChoiceField): ChoiceWords =>
    Object.fromEntries(
      Object.entries<string[]>(values[field]).map(([choice, known]) => [choice, [...known, ...(own[field]?.[choice] ?? [])]]),
    )
  return {
    columns,
    values: {
      role: joined('role'),
      lifeCycleStage: joined('lifeCycleStage'),
      kind: joined('kind'),
      autonomy: joined('autonomy'),
      dataCategories: joined('dataCategories'),
      reach: joined('reach'),
    },
  }
}
