import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { EngagementFile } from '../../../src-main/engagement/file.ts'
import { removeSystems } from '../../../src-main/inventory/remove.ts'
import { addSystem, column, EngagementFolder, refusal, rows, sql } from '../engagement/engagement-folder.ts'
import { addRow, readTables, type Table } from '../engagement/valid-rows.ts'

let folder: EngagementFolder
let file: EngagementFile
let tables: Table[]
beforeEach(() => {
  folder = new EngagementFolder()
  file = folder.createAndOpen('a.aims')
  tables = readTables(file)
})
afterEach(() => folder.remove())

/** Tables whose rows hang on a system, by one reference or by several. */
function dependents(name = 'aiSystem'): Table[] {
  const direct = tables.filter((table) => !table.frozen && table.columns.some(({ parent }) => parent === name))
  return [...new Set(direct.flatMap((table) => [table, ...dependents(table.name)]))]
}

const snapshot = () => Object.fromEntries(tables.map(({ name }) => [name, rows(file, `SELECT * FROM "${name}" ORDER BY id`)]))
const systemIds = () => column(file, 'SELECT id FROM aiSystem ORDER BY id').map(String)

function addApproved(id: string, name: string): void {
  addSystem(file, id, name)
  file.run(
    sql(`INSERT INTO impactAssessment (id, systemId, title, createdAt) VALUES (?, ?, 'x', '2026-11-24T10:00:00.000Z')`, `a-${id}`, id),
  )
  file.run(
    sql(
      `INSERT INTO impactVersion VALUES (?, ?, 1, '2026-11-24', 'Chief Risk Officer', '', '2026-11-24T10:00:00.000Z', '{}', '{}')`,
      `v-${id}`,
      `a-${id}`,
    ),
  )
}

describe('systems that are removed', () => {
  it('take every row that hangs on them with them, in one change that one undo takes back; others stay', async () => {
    const hanging = dependents()
    expect(hanging.length).toBeGreaterThanOrEqual(8)
    file.write('prepare', () => {
      for (const table of hanging) {
        addRow(file, tables, table, `gone-${table.name}`)
        addRow(file, tables, table, `kept-${table.name}`)
      }
    })
    const before = snapshot()
    const changes = Number(column(file, 'SELECT count(*) FROM change')[0])
    removeSystems(
      file,
      systemIds().filter((id) => id.startsWith('gone-')),
    )
    expect(column(file, 'SELECT count(*) FROM change')[0]).toBe(changes + 1)
    for (const { name } of [{ name: 'aiSystem' }, ...hanging]) {
      const left = rows(file, `SELECT id FROM "${name}" ORDER BY id`).map(({ id }) => String(id))
      expect(left, name).toEqual((before[name] ?? []).map(({ id }) => String(id)).filter((id) => id.startsWith('kept-')))
    }
    file.undo()
    expect(snapshot()).toEqual(before)
    file.redo()
    file.close()
    expect(await folder.problems('a.aims')).toEqual([])
  })

  it('leave a risk that began with one of their harms in the register, and it names that harm no more', () => {
    const impact = tables.find(({ name }) => name === 'impact')
    const risk = tables.find(({ name }) => name === 'risk')
    if (!impact || !risk) throw new Error('no such table')
    file.write('prepare', () => {
      addRow(file, tables, impact, 'harm')
      addRow(file, tables, risk, 'risk')
      file.run(sql("UPDATE risk SET origin = 'impact', originId = 'harm'"))
    })
    removeSystems(file, systemIds())
    expect(rows(file, 'SELECT origin, originId FROM risk')).toEqual([{ origin: 'impact', originId: null }])
  })

  it('may be more than a statement has parameters', () => {
    file.write('prepare', () => {
      for (let number = 0; number < 40_000; number += 1) addSystem(file, `s-${number}`)
    })
    removeSystems(file, systemIds())
    expect(systemIds()).toEqual([])
  })
})

describe('a system with an approved impact assessment', () => {
  it('is not removed, nor any other with it, and the sentence names it and says what to do instead', () => {
    file.write('prepare', () => {
      addApproved('1', 'Claims triage')
      addSystem(file, '2', 'Chat')
    })
    const before = snapshot()
    const failure = refusal(() => removeSystems(file, ['1', '2']))
    expect(failure.code).toBe('conflict')
    expect(failure.details.reason).toMatch(/^Claims triage cannot be removed.*Retired/)
    expect(snapshot()).toEqual(before)
    removeSystems(file, ['2'])
    expect(systemIds()).toEqual(['1'])
  })

  it('is one of several: the first are named, the others counted', () => {
    file.write('prepare', () => {
      for (const name of ['A', 'B', 'C', 'D', 'E']) addApproved(name, `System ${name}`)
    })
    expect(refusal(() => removeSystems(file, ['A', 'B', 'C', 'D', 'E'])).details.reason).toMatch(/^System A, System B, System C and 2 more/)
  })
})
