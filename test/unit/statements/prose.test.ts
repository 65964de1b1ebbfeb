import { expect, it } from 'vitest'
import { proseBlocks } from '../../../src-main/registers/statements/prose.ts'

it('makes paragraphs and lists of what was typed', () => {
  expect(proseBlocks('First line\nstill first\n\n- **Fair.** Equal\n2. Second\nAfter')).toEqual([
    { kind: 'paragraph', runs: [{ text: 'First line\nstill first' }] },
    { kind: 'list', items: [[{ text: 'Fair.', strong: true }, { text: ' Equal' }], [{ text: 'Second' }]] },
    { kind: 'paragraph', runs: [{ text: 'After' }] },
  ])
  expect(proseBlocks(' \n\n')).toEqual([])
})
