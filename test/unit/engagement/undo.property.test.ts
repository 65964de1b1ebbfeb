import { copyFileSync } from 'node:fs'
import fc from 'fast-check'
import { afterAll, expect, it } from 'vitest'
import type { EngagementFile } from '../../../src-main/engagement/file.ts'
import { applyToFile, applyToModel, type Content, emptyContent, type Operation, operations, readJson } from './content-model.ts'
import { EngagementFolder, refusal, rows, sql } from './engagement-folder.ts'

const folder = new EngagementFolder()
afterAll(() => folder.remove())

interface Edit {
  kind: 'edit' | 'permanent'
  operations: Operation[]
}
type Act = Edit | { kind: 'undo' | 'redo' | 'note' | 'reopen' }

const act: fc.Arbitrary<Act> = fc.oneof(
  { weight: 8, arbitrary: operations.map((list): Act => ({ kind: 'edit', operations: list })) },
  { weight: 5, arbitrary: fc.constant<Act>({ kind: 'undo' }) },
  { weight: 4, arbitrary: fc.constant<Act>({ kind: 'redo' }) },
  { weight: 1, arbitrary: operations.map((list): Act => ({ kind: 'permanent', operations: list })) },
  { weight: 1, arbitrary: fc.constant<Act>({ kind: 'note' }) },
  { weight: 1, arbitrary: fc.constant<Act>({ kind: 'reopen' }) },
)

interface Done {
  label: string
  permanent: boolean
  before: Content
  after: Content
}

/** What a person expects of undo and redo: two stacks of whole contents. It knows nothing of how the file does it. */
class Model {
  content = emptyContent()
  readonly done: Done[] = []
  readonly undone: Done[] = []
  notes = 0

  /** Says whether the schema must refuse the write. */
  edit(label: string, list: Operation[], permanent: boolean): boolean {
    const before = this.content
    const after = structuredClone(before)
    const effects = list.map((operation) => applyToModel(after, operation))
    if (effects.includes(undefined)) return true
    if (!effects.includes(true)) return false
    this.content = after
    this.done.push({ label, permanent, before, after })
    this.undone.length = 0
    return false
  }

  get undoLabel(): string | undefined {
    const last = this.done.at(-1)
    return last?.permanent ? undefined : last?.label
  }

  get redoLabel(): string | undefined {
    return this.undone.at(-1)?.label
  }

  undo(): void {
    const last = this.done.pop()
    if (last) this.undone.push(last)
    this.content = last?.before ?? this.content
  }

  redo(): void {
    const last = this.undone.pop()
    if (last) this.done.push(last)
    this.content = last?.after ?? this.content
  }
}

function step(kind: 'undo' | 'redo', file: EngagementFile, model: Model): void {
  const label = kind === 'undo' ? model.undoLabel : model.redoLabel
  if (label === undefined) expect(refusal(() => file[kind]()).code).toBe(`nothing-to-${kind}`)
  else {
    expect(file[kind]()).toBe(label)
    model[kind]()
  }
}

function write(file: EngagementFile, model: Model, label: string, { kind, operations: list }: Edit): void {
  const work = () =>
    file.write(label, () => list.map((operation) => applyToFile(file, operation)), kind === 'permanent' ? { permanent: true } : {})
  if (model.edit(label, list, kind === 'permanent')) expect(work).toThrow(/constraint failed/)
  else work()
}

function note(file: EngagementFile, model: Model, label: string): void {
  model.notes += 1
  const insert = sql("INSERT INTO documentExport VALUES (?, 'soa', 'pdf', 'soa.pdf', 'now')", label)
  file.write(label, () => file.run(insert), { note: true })
}

/** Does the acts on a file and in the model, and compares them after each one. */
function play(name: string, acts: Act[]): void {
  copyFileSync(folder.at('empty.aims'), folder.at(name))
  const model = new Model()
  let file = folder.open(name)
  for (const [index, one] of acts.entries()) {
    const label = `${index}`
    if ('operations' in one) write(file, model, label, one)
    else if (one.kind === 'undo' || one.kind === 'redo') step(one.kind, file, model)
    else if (one.kind === 'note') note(file, model, label)
    else {
      file.close()
      file = folder.open(name)
    }
    expect(readJson(file)).toEqual(model.content)
    expect([file.undoStep()?.label, file.redoStep()?.label]).toEqual([model.undoLabel, model.redoLabel])
    expect(rows(file, 'SELECT id FROM documentExport')).toHaveLength(model.notes)
  }
  file.close()
}

it('any sequence of edits, undo and redo leaves what the model says', async () => {
  folder.create('empty.aims')
  let count = 0
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 5, maxLength: 40 }), async (acts) => {
      count += 1
      const name = `${count}.aims`
      play(name, acts)
      expect(await folder.problems(name)).toEqual([])
    }),
    { numRuns: 100 },
  )
  expect(folder.names()).toHaveLength(count + 1)
})
