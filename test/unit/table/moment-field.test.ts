import { expect, it } from 'vitest'
import { z } from 'zod'
import { readingFields } from '../../../src-main/contract/measures.ts'
import { moment } from '../../../src-main/contract/procedure.ts'
import { measures } from '../../../src-main/contract/registers/evaluation.ts'
import { incidents } from '../../../src-main/contract/registers/operation.ts'
import { fieldKind } from '../../../src-renderer/ui/field-kind.ts'
import { fromLocal, moment as shown } from '../../../src-renderer/ui/moment.ts'

it('a moment is edited as a moment, a day as a day, and only what may be empty can be emptied', () => {
  expect(fieldKind(incidents.fields.shape.awareAt)).toEqual({ kind: 'moment', nullable: true })
  expect(fieldKind(moment)).toEqual({ kind: 'moment', nullable: false })
  expect(fieldKind(readingFields.shape.day)).toEqual({ kind: 'day', nullable: false })
})

it('a measured number keeps its digits and may be below zero; one with a least value has one digit', () => {
  expect(fieldKind(measures.fields.shape.target)).toEqual({ kind: 'number', min: null, decimals: 6 })
  expect(fieldKind(z.number().min(0).nullable())).toEqual({ kind: 'number', min: 0, decimals: 1 })
})

it.each(['2026-11-24T14:05:00.000Z', '2026-07-01T23:59:00.000Z', '2026-03-29T01:30:00.000Z'])(
  '%s is shown in local time and comes back as the same moment',
  (at) => {
    expect(fromLocal(shown(at))).toBe(at)
  },
)
