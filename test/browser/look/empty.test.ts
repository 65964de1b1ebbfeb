import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Program } from '../program.ts'
import { bare, blank } from './engagements.ts'
import { places } from './places.ts'
import { goTo, usual, walk } from './walk.ts'

describe.each([
  { name: 'with nothing', make: bare },
  { name: 'with one empty record of everything', make: blank },
])('$name nothing is cut, covered or out of sight', ({ make }) => {
  const program = new Program()
  beforeAll(async () => {
    await program.start(await make(program.workplace))
    await program.page.locator('#work > *').first().waitFor()
  })
  afterAll(() => program.stop())

  test.each(places)('$name', async ({ screen, search }) => {
    const arrive = () => goTo(program.page, screen, search)
    await program.look({})
    await arrive()
    expect(await walk(program, arrive, await usual(program.page))).toEqual([])
  })
})
