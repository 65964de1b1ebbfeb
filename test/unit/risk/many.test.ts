import { expect, it } from 'vitest'
import { loadCatalog } from '../../../src-main/catalog/load.ts'
import { database } from '../../../src-main/engagement/database.ts'
import { EngagementFile } from '../../../src-main/engagement/file.ts'
import { readRiskRows } from '../../../src-main/risk/risks.ts'
import { EngagementInFolder } from '../engagement-in-folder.ts'

const idOf = (kind: number, number: number) => `019aa${kind}00-0000-7000-8000-${String(number).padStart(12, '0')}`
const createdAt = '2026-11-24T10:00:00.000Z'

it('3,000 risks with two systems and three controls each are read with the links of each', async () => {
  const engagement = await EngagementInFolder.create()
  await engagement.call('engagement.close', {})
  const file = EngagementFile.open(engagement.at('a.aims'), () => 'Consultant')
  const codes = loadCatalog().controls.map(({ id }) => id)
  const numbers = Array.from({ length: 3000 }, (_, index) => index)
  file.write('many', () => {
    file.runEach(
      database.insertInto('aiSystem').values({ id: '', name: '', createdAt }),
      numbers.slice(0, 200).map((number) => [idOf(1, number), `System ${number}`, createdAt]),
    )
    file.runEach(
      database.insertInto('risk').values({ id: '', reference: '', title: '', currentLikelihood: 1, currentConsequence: 1, createdAt }),
      numbers.map((n) => [idOf(2, n), `R-${String(n + 1).padStart(3, '0')}`, `Risk ${n}`, (n % 5) + 1, (n % 4) + 1, createdAt]),
    )
    file.runEach(
      database.insertInto('riskSystem').values({ id: '', riskId: '', systemId: '' }),
      numbers.flatMap((n) => [0, 1].map((at) => [idOf(3, n * 2 + at), idOf(2, n), idOf(1, (n + at) % 200)])),
    )
    file.runEach(
      database.insertInto('riskControl').values({ id: '', riskId: '', code: '' }),
      numbers.flatMap((n) => [0, 1, 2].map((at) => [idOf(4, n * 3 + at), idOf(2, n), codes[(n + at) % codes.length]])),
    )
  })
  const rows = readRiskRows(file, '2026-11-24')
  file.close()
  await engagement.remove()
  expect(rows).toHaveLength(3000)
  expect(rows.map(({ reference }) => reference).slice(998, 1001)).toEqual(['R-999', 'R-1000', 'R-1001'])
  expect(rows.every(({ systemNames, controlCodes }) => systemNames.length === 2 && controlCodes.length === 3)).toBe(true)
  expect(rows[7]?.systemNames).toEqual(['System 7', 'System 8'])
})
