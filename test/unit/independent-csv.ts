/** The 27 characters that Windows-1252 has between 0x80 and 0x9F; all others are Latin-1's. */
const windows1252 = new Map(
  Object.entries({
    80: '€',
    82: '‚',
    83: 'ƒ',
    84: '„',
    85: '…',
    86: '†',
    87: '‡',
    88: 'ˆ',
    89: '‰',
    '8a': 'Š',
    '8b': '‹',
    '8c': 'Œ',
    '8e': 'Ž',
    91: '‘',
    92: '’',
    93: '“',
    94: '”',
    95: '•',
    96: '–',
    97: '—',
    98: '˜',
    99: '™',
    '9a': 'š',
    '9b': '›',
    '9c': 'œ',
    '9e': 'ž',
    '9f': 'Ÿ',
  }).map(([hex, character]) => [Number.parseInt(hex, 16), character]),
)

/** A second reader, by RFC 4180 alone: one character after the other, commas between the cells, in Windows-1252. */
export function independentRecords(bytes: Uint8Array): string[][] {
  const records: string[][] = []
  let record: string[] = []
  let cell = ''
  let quoted = false
  const characters = Array.from(bytes, (byte) => windows1252.get(byte) ?? String.fromCharCode(byte))
  for (let place = 0; place < characters.length; place += 1) {
    const character = characters[place] ?? ''
    if (quoted) {
      if (character !== '"') cell += character
      else if (characters[place + 1] === '"') cell += characters[++place]
      else quoted = false
    } else if (character === '"' && cell === '') quoted = true
    else if (character === ',') {
      record.push(cell)
      cell = ''
    } else if (character === '\n') {
      records.push([...record, cell])
      record = []
      cell = ''
    } else if (character !== '\r') cell += character
  }
  if (cell !== '' || record.length > 0) records.push([...record, cell])
  return records
}
