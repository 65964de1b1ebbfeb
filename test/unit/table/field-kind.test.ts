import { expect, test } from 'vitest'
import { z } from 'zod'
import { assessmentFields } from '../../../src-main/contract/impact.ts'
import { dataCategories, reaches, sharedSystemFields, systemFields } from '../../../src-main/contract/inventory.ts'
import { riskFields } from '../../../src-main/contract/risk.ts'
import { decisionFields } from '../../../src-main/contract/soa.ts'
import { fieldKind } from '../../../src-renderer/ui/field-kind.ts'

const kinds = (schema: z.ZodObject) =>
  Object.fromEntries(Object.entries(schema.shape).map(([field, each]) => [field, fieldKind(each).kind]))

test('every field of a system is edited with what its schema asks for', () => {
  expect(kinds(systemFields)).toEqual({
    name: 'line',
    reference: 'line',
    purpose: 'text',
    intendedUse: 'text',
    owner: 'line',
    department: 'line',
    supplier: 'line',
    role: 'choice',
    lifeCycleStage: 'choice',
    kind: 'choice',
    autonomy: 'choice',
    humanOversight: 'text',
    dataCategories: 'choices',
    affectedPeople: 'text',
    reach: 'choice',
    models: 'text',
    links: 'text',
    notes: 'text',
  })
  expect(fieldKind(systemFields.shape.reach)).toEqual({ kind: 'choice', options: [...reaches], nullable: true })
  expect(fieldKind(systemFields.shape.dataCategories)).toEqual({ kind: 'choices', options: [...dataCategories] })
})

test('numbers, days and lists whose choices are known elsewhere', () => {
  expect(kinds(riskFields)).toMatchObject({
    inherentLikelihood: 'number',
    reviewDate: 'day',
    sources: 'choices',
    treatment: 'choice',
    cause: 'text',
  })
  expect(fieldKind(riskFields.shape.sources)).toEqual({ kind: 'choices', options: [] })
  expect(kinds(assessmentFields)).toMatchObject({ triggers: 'choices', reviewDate: 'day', scope: 'text', decision: 'choice' })
  expect(fieldKind(decisionFields.shape.applicability)).toMatchObject({ nullable: false })
})

test('an optional field, or one with a default, is edited like the field itself', () => {
  for (const [field, schema] of Object.entries(sharedSystemFields.shape)) {
    const { kind } = fieldKind(schema)
    expect(fieldKind(schema.optional()).kind, field).toBe(kind)
  }
  expect(fieldKind(z.string().max(500).default('')).kind).toBe('line')
  expect(fieldKind(z.enum(['a', 'b']).nullable().default(null))).toEqual({ kind: 'choice', options: ['a', 'b'], nullable: true })
})
