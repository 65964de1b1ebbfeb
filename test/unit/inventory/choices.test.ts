import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { choiceField, choicesOf, type ImportPreview } from '../../../src-main/contract/inventory.ts'
import { choiceWord } from '../../../src-main/inventory/own-list.ts'
import { readVocabulary } from '../../../src-main/inventory/vocabulary.ts'
import { mapValue } from '../../../src-main/spreadsheet/map-value.ts'
import { EngagementInFolder } from '../engagement-in-folder.ts'

let engagement: EngagementInFolder
beforeEach(async () => {
  engagement = await EngagementInFolder.create()
})
afterEach(() => engagement.remove())

const put = (content: string) => engagement.put('list.csv', content)
const becomes = ({ values }: ImportPreview) => Object.fromEntries(values.map(({ value, becomes: choice }) => [value, choice]))

describe('words of a list', () => {
  it('are those of our screens in every case, each for its own choice', () => {
    const { values } = readVocabulary()
    for (const field of choiceField.options)
      for (const choice of choicesOf[field]) expect(mapValue(choiceWord(field, choice), values[field]), `${field}.${choice}`).toBe(choice)
  })

  it('of the vocabulary each name the one choice that they stand under', () => {
    const { values } = readVocabulary()
    for (const field of choiceField.options)
      for (const [choice, words] of Object.entries(values[field]))
        for (const word of words) expect(mapValue(word, values[field]), `${field}: ${word}`).toBe(choice)
  })

  it('are proposed for every choice field, in German too; a cell may name several kinds of data', async () => {
    const header = 'Name;Rolle;Phase;Art der KI;Automatisierungsgrad;Datenkategorien;Nutzerkreis'
    const path = put(
      `${header}\nChat;Betreiber;Betrieb;Sprachmodell;Freigabe;Kundendaten, Gesundheitsdaten; Intern\n`.replace('; Intern', ';intern'),
    )
    await engagement.job('inventory.import', { path })
    expect(await engagement.systems()).toMatchObject([
      {
        role: 'deployer',
        lifeCycleStage: 'operation',
        kind: 'generative',
        autonomy: 'confirmed',
        dataCategories: ['personal', 'special'],
        reach: 'organization',
        notes: '',
      },
    ])
  })

  it('become what a person says; what becomes nothing is kept in the notes', async () => {
    const path = put('Name,Stage,Data categories\nChat,purple,"PII; moon rocks"\nScan,live,moon rocks\n')
    expect(becomes(await engagement.job('inventory.previewImport', { path }))).toEqual({
      purple: null,
      live: 'operation',
      PII: 'personal',
      'moon rocks': null,
    })
    const values = [
      { field: 'lifeCycleStage' as const, value: 'purple', becomes: 'design' },
      { field: 'lifeCycleStage' as const, value: 'live', becomes: null },
      { field: 'dataCategories' as const, value: 'PII', becomes: 'confidential' },
    ]
    await engagement.job('inventory.import', { path, values })
    expect(await engagement.systems()).toMatchObject([
      { name: 'Chat', lifeCycleStage: 'design', dataCategories: ['confidential'], notes: 'Data categories: moon rocks' },
      { name: 'Scan', lifeCycleStage: null, dataCategories: [], notes: 'Stage: live\nData categories: moon rocks' },
    ])
  })

  it('cannot become a choice that the field does not have', async () => {
    const values = [{ field: 'role', value: 'x', becomes: 'emperor' }]
    expect((await engagement.refusal('inventory.import', { path: put('Name\nChat\n'), values })).code).toBe('invalid-input')
  })
})

describe('columns that fill no field', () => {
  it('are left out, or kept in the notes with their names', async () => {
    const path = put('Name,Budget,Colour,Notes\nChat,7,,mine\n')
    await engagement.job('inventory.import', { path })
    expect(await engagement.systems()).toMatchObject([{ notes: 'mine' }])
    await engagement.undo()
    await engagement.job('inventory.import', { path, keepUnmapped: true })
    expect(await engagement.systems()).toMatchObject([{ notes: 'mine\nBudget: 7' }])
  })
})

describe('rows that are there already', () => {
  const list = 'ID,Name,Owner,Stage,Notes\n1,Chat,Head of Sales,live,theirs\n2,Scan,Head of IT,,\n3,Sort,,,\n'

  it('are shown with what they would fill, and fill only what is empty, in one change', async () => {
    const chat = await engagement.call('inventory.add', { name: 'Chat assistant', reference: '1', notes: 'ours' })
    await engagement.call('inventory.add', { name: 'Scan' })
    const path = put(list)
    expect(await engagement.job('inventory.previewImport', { path })).toMatchObject({
      duplicates: 2,
      fillable: 2,
      systems: [{ name: 'Sort' }],
      found: [
        { row: 2, name: 'Chat', systemName: 'Chat assistant', by: 'reference', fills: ['owner', 'lifeCycleStage'] },
        { row: 3, name: 'Scan', by: 'name', fills: ['reference', 'owner'] },
      ],
    })
    const changes = await engagement.changes()
    const before = await engagement.systems()
    expect(await engagement.job('inventory.import', { path, onDuplicate: 'fill' })).toMatchObject({ imported: 1, duplicates: 2, filled: 2 })
    expect(await engagement.changes()).toBe(changes + 1)
    expect(await engagement.call('inventory.system', { id: chat.id })).toMatchObject({
      name: 'Chat assistant',
      owner: 'Head of Sales',
      lifeCycleStage: 'operation',
      notes: 'ours',
    })
    expect(await engagement.job('inventory.import', { path, onDuplicate: 'fill' })).toMatchObject({ imported: 0, filled: 0 })
    await engagement.undo()
    expect(await engagement.systems()).toEqual(before)
  })

  it('are none where the same name has another reference', async () => {
    await engagement.call('inventory.add', { name: 'Chat', reference: '9' })
    expect(await engagement.job('inventory.import', { path: put(list) })).toMatchObject({ imported: 3, duplicates: 0 })
  })
})

describe('a preset', () => {
  const columns = { name: 'Tool', owner: 'Who', lifeCycleStage: 'How far', notes: 'Gone' }
  const values = [{ field: 'lifeCycleStage' as const, value: 'green', becomes: 'operation' }]
  const preset = { name: 'Yearly', columns, values, keepUnmapped: true, onDuplicate: 'fill' as const }

  it('reads a list whose columns have moved, says which are missing, and gives way to what a person says', async () => {
    await engagement.call('inventory.savePreset', preset)
    const path = put('How far,Budget,WHO ,Tool\ngreen,7,Head of Sales,Chat\n')
    const preview = await engagement.job('inventory.previewImport', { path, preset: 'Yearly' })
    expect(preview).toMatchObject({
      mapping: { name: 3, owner: 2, lifeCycleStage: 0, notes: null, purpose: null },
      keepUnmapped: true,
      onDuplicate: 'fill',
      warnings: [expect.stringContaining('Gone')],
    })
    await engagement.job('inventory.import', { path, preset: 'Yearly', keepUnmapped: false })
    expect(await engagement.systems()).toMatchObject([{ name: 'Chat', owner: 'Head of Sales', lifeCycleStage: 'operation', notes: '' }])
  })

  it('is listed by name, replaced by one of its name, removed, and back after an undo', async () => {
    const { id } = await engagement.call('inventory.savePreset', preset)
    await engagement.call('inventory.savePreset', { ...preset, name: 'Another' })
    expect(await engagement.call('inventory.savePreset', { ...preset, keepUnmapped: false })).toMatchObject({ id, keepUnmapped: false })
    const names = async () => (await engagement.call('inventory.presets', {})).map(({ name }) => name)
    expect(await names()).toEqual(['Another', 'Yearly'])
    await engagement.call('inventory.removePreset', { id })
    expect(await names()).toEqual(['Another'])
    await engagement.undo()
    expect(await names()).toEqual(['Another', 'Yearly'])
  })

  it('that is not there is named, with those that are', async () => {
    await engagement.call('inventory.savePreset', preset)
    const report = await engagement.refusal('inventory.import', { path: put('Tool\nChat\n'), preset: 'yearly' })
    expect(report).toMatchObject({ code: 'invalid-input', sentence: expect.stringContaining('Yearly') })
    expect((await engagement.refusal('inventory.removePreset', { id: '01900000-0000-7000-8000-000000000000' })).code).toBe('not-found')
  })
})
