import { afterAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { registerIds, registers } from '../../../src-main/contract/registers/index.ts'
import { tableOf } from '../../../src-main/engagement/registers/read.ts'
import { text } from '../../../src-main/language/text.ts'
import { EngagementFolder, rows } from '../engagement/engagement-folder.ts'

const folder = new EngagementFolder()
afterAll(() => folder.remove())
const file = folder.createAndOpen('a.aims')

/** A schema without what only says that it may be empty. */
const inner = (schema: z.ZodType): z.ZodType => {
  const unwrapped = schema instanceof z.ZodNullable ? schema.unwrap() : schema
  return unwrapped instanceof z.ZodType ? unwrapped : schema
}

/** What a new entry has in a field by the definition: nothing, or the first of its choices. */
function startOf(schema: z.ZodType): string | null {
  if (schema instanceof z.ZodNullable) return null
  if (schema instanceof z.ZodEnum) return `'${String(schema.options[0])}'`
  if (schema instanceof z.ZodArray) return "'[]'"
  return "''"
}

function optionsOf(schema: z.ZodType): string[] {
  const found = inner(schema)
  if (found instanceof z.ZodEnum) return found.options.map(String)
  if (found instanceof z.ZodArray && found.element instanceof z.ZodEnum) return found.element.options.map(String)
  return []
}

describe.each(registerIds)('the register %s', (register) => {
  const fields = Object.entries<z.ZodType>(registers[register].fields.shape)

  it('has a column for each field that starts as the definition says', () => {
    const columns = new Map(
      rows(file, 'SELECT name, "notnull" AS required, dflt_value AS start FROM pragma_table_info(?)', tableOf(register)).map(
        ({ name, required, start }) => [String(name), { required: required === 1, start }],
      ),
    )
    for (const [name, schema] of fields) {
      const column = columns.get(name)
      expect(column, name).toBeDefined()
      if (name === 'reference' || name === 'title') continue
      expect([name, column?.start]).toEqual([name, startOf(schema)])
      expect([name, column?.required]).toEqual([name, !(schema instanceof z.ZodNullable)])
    }
  })

  it('shows columns that there are, and is overdue by a day', () => {
    const { columns, due } = registers[register]
    const names = fields.map(([name]) => name)
    expect(columns.filter((name) => !names.includes(name))).toEqual([])
    if (due !== null) expect(inner(fields.find(([name]) => name === due)?.[1] ?? z.never())).toBeInstanceOf(z.ZodISODate)
  })

  it('has a word for each field and each choice, and sentences for the empty table', () => {
    for (const [name, schema] of fields) {
      expect(text(`register-${register}:fields.${name}`), name).not.toBe('')
      for (const option of optionsOf(schema)) expect(text(`register-${register}:${name}.${option}`), `${name} ${option}`).not.toBe('')
    }
    for (const key of ['title', 'newTitle', 'add', 'emptyTitle', 'empty']) expect(text(`register-${register}:${key}`)).not.toBe('')
  })
})
