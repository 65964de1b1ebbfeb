import { expect, test } from 'vitest'
import { safeName, UniqueNames } from '../../../src-main/dossier/names.ts'

test.each([
  ['minutes 2026.pdf', 'minutes 2026.pdf'],
  ['../../etc/passwd', 'etc passwd'],
  ['C:\\temp\\a.txt', 'C temp a.txt'],
  ['con.txt', '_con.txt'],
  ['NUL', '_NUL'],
  ['trailing. . ', 'trailing'],
  ['...', 'EV-001'],
  ['gpj.\u202Eexe', 'gpj. exe'],
  ['Prüfung – Ergebnis.xlsx', 'Prüfung – Ergebnis.xlsx'],
  ['Mül\u00ADler\u200B & Sohn.pdf', 'Müller & Sohn.pdf'],
  ['हिन्दी रिपोर्ट.pdf', 'हिन्दी रिपोर्ट.pdf'],
  ['line\nbreak\u0000.txt', 'line break.txt'],
])('%j becomes %j', (given, expected) => {
  expect(safeName(given, 'EV-001')).toBe(expected)
})

test('a long name keeps its ending and breaks no character', () => {
  const name = safeName(`${'𝒳'.repeat(300)}.pdf`, 'EV-001')
  expect(name).toMatch(/^𝒳+\.pdf$/u)
  expect(Array.from(name).length).toBeLessThanOrEqual(100)
})

test.each(['株式会社東京海上日動', 'हिन्दी ', 'Ünternehmen', '👩‍💻'])(
  'a name of many %s takes no more bytes than a system allows',
  (part) => {
    const name = safeName(`${part.repeat(60)}.pdf`, 'EV-001')
    expect(Buffer.byteLength(name)).toBeLessThanOrEqual(200)
    expect(name).toMatch(/^.{20,}\.pdf$/u)
  },
)

test('names that differ in their letters alone are made different', () => {
  const names = new UniqueNames()
  expect(['a.txt', 'A.TXT', 'a.txt', 'b'].map((name) => names.take(name))).toEqual(['a.txt', 'A (2).TXT', 'a (3).txt', 'b'])
})
