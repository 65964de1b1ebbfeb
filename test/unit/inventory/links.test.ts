import { expect, test } from 'vitest'
import { addressesIn } from '../../../src-renderer/modules/inventory/links.ts'

test('web addresses are found among words and lines, each once, without what ends the sentence', () => {
  const text = 'Model card (https://models.example/cards/1?x=2#y), handbook\nHTTP://docs.example/a.\nhttps://models.example/cards/1?x=2#y'
  expect(addressesIn(text)).toEqual(['https://models.example/cards/1?x=2#y', 'HTTP://docs.example/a'])
})

test('nothing else can be opened', () => {
  const harmful = [
    'javascript:alert(1)',
    'javascript://https.example/%0aalert(1)',
    'data:text/html,<b>x</b>',
    'file:///home/client/secret.txt',
    'vbscript:x',
    'ftp://files.example/x',
    '\\\\server\\share',
    'https://',
    'https://bank.example@elsewhere.example/',
    'https://user:word@elsewhere.example/',
    'www.example.com',
    '',
  ]
  for (const text of harmful) expect(addressesIn(text), text).toEqual([])
})
