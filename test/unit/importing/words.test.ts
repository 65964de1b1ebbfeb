import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type ChoiceField, choiceField } from '../../../src-main/contract/inventory.ts'
import { WordChoices } from '../../../src-main/importing/word-choices.ts'
import { choiceFields, readVocabulary } from '../../../src-main/inventory/vocabulary.ts'
import { foldWords } from '../../../src-main/spreadsheet/fold-text.ts'
import { mapValue } from '../../../src-main/spreadsheet/map-value.ts'
import { isNegated } from '../../../src-main/spreadsheet/negation.ts'

const vocabulary = readVocabulary()
const { values } = vocabulary

describe('a word of a list', () => {
  it.each<[ChoiceField, string, string | null]>([
    ['lifeCycleStage', 'produktiv', 'operation'],
    ['lifeCycleStage', 'Produktivbetrieb', 'operation'],
    ['lifeCycleStage', 'im Einsatz', 'operation'],
    ['lifeCycleStage', 'in Planung', 'idea'],
    ['lifeCycleStage', 'Pilotphase', 'verification'],
    ['lifeCycleStage', 'eingestellt', 'retired'],
    ['lifeCycleStage', 'Prod', 'operation'],
    ['lifeCycleStage', 'Dev', 'development'],
    ['lifeCycleStage', 'UAT', 'verification'],
    ['lifeCycleStage', 'En développement', 'development'],
    ['lifeCycleStage', 'Live since 2021', 'operation'],
    ['lifeCycleStage', '3 - Live', 'operation'],
    ['lifeCycleStage', '4', null],
    ['lifeCycleStage', 'a) Pre-deployment – The use case is in a development or acquisition status.', 'development'],
    ['lifeCycleStage', 'b)  Pilot – The use case has been deployed in a limited test or pilot capacity.', 'verification'],
    [
      'lifeCycleStage',
      'Stage 4 - Operation and Maintenance (Use case is integrated into agency operations, and is being monitored)',
      'operation',
    ],
    ['lifeCycleStage', 'Planned for production', null],
    ['lifeCycleStage', 'Will be deployed in 2027', null],
    ['lifeCycleStage', 'Formerly in production', null],
    ['lifeCycleStage', 'In production?', null],
    ['lifeCycleStage', 'In production (not used)', null],
    ['lifeCycleStage', 'Not yet in production', null],
    ['lifeCycleStage', 'Not deployed', null],
    ['lifeCycleStage', "Isn't live", null],
    ['lifeCycleStage', 'Nicht in Betrieb', null],
    ['lifeCycleStage', 'außer Betrieb', null],
    ['lifeCycleStage', 'Ausser Betrieb', null],
    ['lifeCycleStage', 'Pas en production', null],
    ['autonomy', 'No human in the loop', null],
    ['autonomy', 'Fully automated: no', null],
    ['autonomy', 'Not autonomous', null],
    ['autonomy', 'nicht autonom', null],
    ['autonomy', 'ohne Freigabe', null],
    ['autonomy', 'Human out of the loop', 'autonomous'],
    ['autonomy', 'No autonomy', 'informs'],
    ['dataCategories', 'No personal data', null],
    ['dataCategories', 'non-personal', null],
    ['dataCategories', 'no PII', null],
    ['dataCategories', 'PII-free', null],
    ['dataCategories', 'Anonymised personal data', null],
    ['dataCategories', 'Keine Gesundheitsdaten', null],
    ['role', 'kein Anbieter', null],
    ['role', 'we are not the provider but the deployer', null],
    ['reach', 'Not public', null],
    ['kind', 'Machine Learning', 'prediction'],
    ['kind', 'Classical/Predictive Machine Learning', 'prediction'],
  ])('%s: %s becomes %s', (field, word, choice) => {
    expect(mapValue(word, values[field])).toBe(choice)
  })

  const known = choiceField.options.flatMap((field) =>
    Object.entries(values[field]).flatMap(([choice, words]) => words.map((word) => ({ field, choice, word }))),
  )
  const before = [
    ['no', 'not', 'non-', 'never', 'without', 'not yet', 'no longer', "isn't"],
    ['kein', 'keine', 'nicht', 'noch nicht', 'nicht mehr', 'ohne', 'niemals', 'außer'],
    ['pas', 'pas encore', 'sans', 'aucun', 'jamais'],
    ['geen', 'niet', 'nog niet', 'zonder', 'nooit'],
    ['no', 'sin', 'ningún', 'nunca', 'todavía no'],
    ['non', 'senza', 'nessun', 'mai', 'non ancora'],
    ['não', 'sem', 'nenhum', 'ainda não'],
  ].flat()
  const after = [': no', ' (no)', ' - nein', ': non', '?', ' - not any more']

  it('never becomes what its negation denies, in any language', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...known),
        fc.oneof(
          fc.constantFrom(...before).map((negation) => (word: string) => `${negation} ${word}`),
          fc.constantFrom(...before).map((negation) => (word: string) => `${negation.toUpperCase()} ${word.toUpperCase()}`),
          fc.constantFrom(...after).map((negation) => (word: string) => `${word}${negation}`),
        ),
        ({ field, choice, word }, negate) => mapValue(negate(word), values[field]) !== choice,
      ),
      { numRuns: 4000 },
    )
  })

  it('with a negation is a choice only where it is one of the names of the choice, word by word', () => {
    const negatives = known.filter(({ word }) => isNegated(foldWords(word)))
    expect(negatives.map(({ choice }) => choice).every((choice) => choice === 'informs')).toBe(true)
    for (const { field, word } of negatives) expect(mapValue(`${word} at all`, values[field])).toBeNull()
  })
})

describe('a cell that lists several kinds of data', () => {
  const header = ['Name', 'Data', 'Personal data', 'Special category', 'Children']
  const choices = (records: string[][], mapping: number | number[]) =>
    new WordChoices(choiceFields(vocabulary), { dataCategories: mapping }, { header, records }, [])
  const words = (cell: string) =>
    choices([['x', cell]], 1)
      .wordsOf('dataCategories', ['x', cell])
      .map(({ text, becomes }) => [text, becomes])

  it('gives each its choice, and leaves open what a negation may reach', () => {
    expect(words('PII; health data')).toEqual([
      ['PII', 'personal'],
      ['health data', 'special'],
    ])
    expect(words('personal and health data')).toEqual([
      ['personal', 'personal'],
      ['health data', 'special'],
    ])
    expect(words('PII, no names, health data; public data')).toEqual([
      ['PII', 'personal'],
      ['no names, health data', null],
      ['public data', 'public'],
    ])
    expect(words(';#PII;#Children;#')).toEqual([
      ['PII', 'personal'],
      ['Children', 'children'],
    ])
  })

  it('is one choice where the column is called after it and ticked, and says which choices the list speaks of', () => {
    const records = [
      ['a', '', 'x', 'no', ''],
      ['b', '', 'Yes', 'tbd', '☑'],
    ]
    const marks = choices(records, [2, 3, 4])
    expect(records.map((record) => marks.wordsOf('dataCategories', record).map(({ text, becomes }) => [text, becomes]))).toEqual([
      [['x', 'personal']],
      [
        ['Yes', 'personal'],
        ['tbd', null],
        ['☑', 'children'],
      ],
    ])
    expect(marks.spokenOf('dataCategories')).toEqual(['personal', 'special', 'children'])
    expect(choices(records, [1, 2]).spokenOf('dataCategories')).toBeNull()
  })
})
