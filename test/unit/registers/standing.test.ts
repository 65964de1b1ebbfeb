import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { registerIds, registers } from '../../../src-main/contract/registers/index.ts'
import { progressOf } from '../../../src-main/contract/registers/progress.ts'
import { stateTones } from '../../../src-main/contract/registers/tones.ts'

describe('the progress of an objective', () => {
  it.each([
    ['upwards', { baseline: 40, current: 70, target: 100 }, 50],
    ['downwards', { baseline: 10, current: 4, target: 2 }, 75],
    ['without a baseline from nothing', { baseline: null, current: 3, target: 12 }, 25],
    ['no further than the target', { baseline: 0, current: 130, target: 100 }, 100],
    ['never less than nothing', { baseline: 50, current: 30, target: 100 }, 0],
    ['down to nothing', { baseline: 8, current: 2, target: 0 }, 75],
  ])('goes %s', (_how, amounts, share) => {
    expect(progressOf(amounts)).toBe(share)
  })

  it.each([
    ['is not known yet', { baseline: 0, current: null, target: 10 }],
    ['has no target', { baseline: 0, current: 5, target: null }],
    ['has no way to go', { baseline: 5, current: 5, target: 5 }],
  ])('says nothing where it %s', (_why, amounts) => {
    expect(progressOf(amounts)).toBeNull()
  })
})

describe.each(registerIds)('the states of the register %s', (register) => {
  const shape: Record<string, z.ZodType> = registers[register].fields.shape
  const optionsOf = (field: string) => {
    const schema = shape[field] instanceof z.ZodNullable ? shape[field].unwrap() : shape[field]
    return schema instanceof z.ZodEnum ? schema.options.map(String) : []
  }

  it('each have a tone, and no tone is for a choice that there is not', () => {
    const toned = stateTones[register]
    if ('state' in shape) expect(Object.keys(toned)).toContain('state')
    for (const [field, tones] of Object.entries(toned)) expect([field, Object.keys(tones).sort()]).toEqual([field, optionsOf(field).sort()])
  })
})
