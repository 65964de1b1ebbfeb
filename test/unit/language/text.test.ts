import { expect, test } from 'vitest'
import { text } from '../../../src-main/language/text.ts'

test('a number is written in the way of the language, each time', () => {
  expect(text('import:tooManyRows', { limit: 12_000 })).toBe('it has more than 12,000 rows')
  expect(text('import:tooManyRows', { limit: 3_500 })).toBe('it has more than 3,500 rows')
})

test('what is put in is taken as it is, also where it looks like a place or a text of its own', () => {
  const title = 'Pay {{treatment}} $& $t(errors:internal)'
  expect(text('actions:origin.risk', { title, treatment: 'modify' })).toContain(title)
  expect(text('actions:origin.risk', { title: 'Other', treatment: '$1' })).toBe('$1: Other')
})

test('a key that is not there is an error, with and without values', () => {
  expect(() => text('actions:nothing')).toThrow('actions:nothing')
  expect(() => text('actions:nothing', { title: 'x' })).toThrow('actions:nothing')
})
