import { type AiSystem, type ColumnMapping, type SystemField, type SystemFields, systemField } from '../contract/inventory.ts'
import { type Difference, differencesOf, isEmptyValue } from '../importing/differences.ts'
import { type KnownBy, type MatchRules, matchRows } from '../importing/match-rows.ts'
import type { ReadRow } from './tasks/read-import.ts'

/** A row whose system is there already, by what it was known, and what the list has otherwise. */
export interface Match {
  row: ReadRow
  system: AiSystem
  by: KnownBy
  differences: Difference<SystemField>[]
}

/** A row that has the reference of a system of another name. */
export interface Question {
  row: ReadRow
  system: AiSystem
  isSame: boolean
}

export interface MatchedSystems {
  added: ReadRow[]
  matches: Match[]
  questions: Question[]
}

/** What a list says of its rows as a whole. */
export interface AboutList {
  mapping: ColumnMapping
  isOwn: boolean
  spokenData: readonly string[] | null
  isSame: (row: ReadRow) => boolean
}

const names: ReadonlySet<SystemField> = new Set<SystemField>(['name', 'reference', 'department', 'supplier'])

/** Fills what is empty there. */
export const isFill = ({ from }: Difference<SystemField>): boolean => isEmptyValue(from)

/** Parts the rows of a list in those that are new and those whose system is there. */
export function matchSystems(rows: ReadRow[], there: AiSystem[], about: AboutList): MatchedSystems {
  const { mapping, isOwn } = about
  const said = (field: 'department' | 'supplier', value: string) => (isOwn || typeof mapping[field] === 'number' ? value : null)
  const rules: MatchRules<ReadRow, AiSystem> = {
    identityOfRow: ({ ownId, system: { reference, name, department, supplier } }) => ({
      ownId,
      reference,
      name,
      place: [said('department', department), said('supplier', supplier)],
    }),
    identityOf: ({ id, reference, name, department, supplier }) => ({ ownId: id, reference, name, place: [department, supplier] }),
    likeness: ({ system }, known) => -differencesOf(known, system, systemField.options, names).length,
    isSame: about.isSame,
  }
  const { added, matches, questions } = matchRows(rows, there, rules)
  return {
    added,
    matches: matches.map(({ row, there: system, by }) => ({
      row,
      system,
      by,
      differences: differencesOf(system, wanted(row, system, about), systemField.options, names),
    })),
    questions: questions.map(({ row, there: system, isSame }) => ({ row, system, isSame })),
  }
}

/** What the system would be if the list were right: of data that the list does not speak of, and in notes, nothing is taken away. */
function wanted({ ownId, system: listed }: ReadRow, system: AiSystem, { spokenData }: AboutList): SystemFields {
  const unspoken = spokenData === null ? [] : system.dataCategories.filter((category) => !spokenData.includes(category))
  const dataCategories = listed.dataCategories.length === 0 ? [] : [...new Set([...listed.dataCategories, ...unspoken])].sort()
  return { ...listed, dataCategories, notes: ownId === system.id ? listed.notes : withLines(system.notes, listed.notes) }
}

/** A text, and under it the lines of another that it does not have. */
function withLines(text: string, more: string): string {
  const lines = new Set(text.split(/\r?\n/).map((line) => line.trim()))
  const missing = more.split(/\r?\n/).filter((line) => !lines.has(line.trim()))
  return [...(text === '' ? [] : [text]), ...missing].join('\n')
}
