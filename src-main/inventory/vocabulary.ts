import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import {
  autonomies,
  type ChoiceField,
  choiceField,
  choicesOf,
  dataCategories,
  lifeCycleStages,
  reaches,
  type SystemField,
  systemField,
  systemKinds,
  systemRoles,
} from '../contract/inventory.ts'
import type { ChoiceField as ListChoiceField } from '../importing/word-choices.ts'
import { resourceFolder } from '../resources.ts'
import type { ChoiceWords } from '../spreadsheet/map-value.ts'
import type { FieldDescription } from '../spreadsheet/propose-mapping.ts'
import { ownWords } from './own-list.ts'

const words = z.array(z.string().trim().min(1))
const wordsOf = <Choices extends readonly [string, ...string[]]>(choices: Choices) => z.record(z.enum(choices), words)

const inLanguages = z.strictObject({ en: words, de: words, fr: words, nl: words, es: words, it: words, pt: words })

/** What columns and choices are called in clients' lists, in the languages of Europe that most of them are in. */
export const vocabularySchema = z.object({
  columns: z.record(systemField, inLanguages),
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
  /** What columns are called, in any language. */
  columns: Record<SystemField, string[]>
  /** Those of them that are English: of a column and its twin in another language, the English one is taken. */
  english: Record<SystemField, string[]>
  values: Record<ChoiceField, ChoiceWords>
}

/** What each field's cells are, where that is more than any text. */
const holds: Partial<Record<SystemField, FieldDescription['holds']>> = {
  name: 'name',
  reference: 'reference',
  owner: 'person',
  supplier: 'organization',
  department: 'line',
  links: 'address',
}

/** The inventory as a list that others may have in columns of their own. */
export const listFields = ({ columns, english, values }: Vocabulary): (FieldDescription & { id: SystemField })[] =>
  systemField.options.map((id) => ({
    id,
    synonyms: columns[id],
    preferred: english[id],
    holds: holds[id] ?? 'text',
    ...(isChoiceField(id) ? { choices: values[id], isList: isList(id) } : {}),
  }))

/** The fields of choices among them. */
export const choiceFields = ({ values }: Vocabulary): ListChoiceField<ChoiceField>[] =>
  choiceField.options.map((id) => ({ id, choices: values[id], isList: isList(id) }))

const isChoiceField = (field: SystemField): field is ChoiceField => field in choicesOf
const isList = (field: ChoiceField) => field === 'dataCategories'

/** The words of the content, and with them those that our own screens show. */
export function readVocabulary(): Vocabulary {
  const { columns, values } = vocabularySchema.parse(JSON.parse(readFileSync(join(resourceFolder(), 'import', 'ai-systems.json'), 'utf8')))
  const own = ownWords()
  const mapFields = (wordsOfField: (names: z.infer<typeof inLanguages>) => string[]) =>
    z.record(systemField, words).parse(Object.fromEntries(systemField.options.map((id) => [id, wordsOfField(columns[id])])))
  const joined = (field: ChoiceField): ChoiceWords =>
    Object.fromEntries(
      Object.entries<string[]>(values[field]).map(([choice, known]) => [choice, [...known, ...(own[field]?.[choice] ?? [])]]),
    )
  return {
    columns: mapFields(({ en, de, fr, nl, es, it, pt }) => [en, de, fr, nl, es, it, pt].flat()),
    english: mapFields(({ en }) => en),
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
