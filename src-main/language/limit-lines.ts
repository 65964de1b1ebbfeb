import type { ExportLimits } from '../contract/documents.ts'
import { text } from './text.ts'

/** Entries that get a line of their own; those after them are named in one. */
const mostLines = 12

/** What a format cannot print, as lines for a person: each kind with its number, then each entry. Empty where everything is printed. */
export function limitLines({ unprinted, cut, hidden }: ExportLimits): string[] {
  const characters = unprinted.map(({ character, code, count, where }) => ({
    line: text('documents:limits.unprinted', { character, code, number: count, where }),
    name: `${character} ${code}`,
  }))
  const texts = cut.map(({ where, characters: number }) => ({ line: text('documents:limits.cut', { where, number }), name: where }))
  const rows = hidden.map(({ where }) => ({ line: where, name: where }))
  const lines = [...listed('unprinted', characters), ...listed('cut', texts), ...listed('hidden', rows)]
  return lines.length > 0 ? [...lines, text('documents:limits.advice')] : []
}

function listed(kind: 'unprinted' | 'cut' | 'hidden', entries: { line: string; name: string }[]): string[] {
  if (entries.length === 0) return []
  const rest = entries.slice(mostLines)
  const more =
    rest.length === 0 ? [] : [text('documents:limits.more', { count: rest.length, names: rest.map(({ name }) => name).join('; ') })]
  return [
    `${text(`documents:limits.${kind}Title`, { count: entries.length })}:`,
    ...entries.slice(0, mostLines).map(({ line }) => line),
    ...more,
  ]
}
