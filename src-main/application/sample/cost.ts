import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { database } from '../../engagement/database.ts'
import type { EngagementFile } from '../../engagement/file.ts'
import { resourceFolder } from '../../resources.ts'

const sampleCost = z.record(z.string(), z.union([z.string(), z.number()]))

/** What was entered for the cost estimate of the sample. Call inside write(). */
export function addCost(file: EngagementFile): void {
  const settings = sampleCost.parse(JSON.parse(readFileSync(join(resourceFolder(), 'sample', 'cost.json'), 'utf8')))
  for (const [name, value] of Object.entries(settings))
    file.run(database.insertInto('setting').values({ id: `cost.${name}`, value: String(value) }))
}
