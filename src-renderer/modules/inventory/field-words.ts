import { choiceField, type SystemField } from '../../../src-main/contract/inventory.ts'

/** What a field of a system holds, in the words of the screens; empty where it holds nothing. */
export function fieldWords(field: SystemField, value: string | readonly string[] | null, t: (key: string) => string): string {
  if (value === null) return ''
  if (typeof value !== 'string') return value.map((choice) => t(`${field}.${choice}`)).join(', ')
  return choiceField.safeParse(field).success && value !== '' ? t(`${field}.${value}`) : value
}
