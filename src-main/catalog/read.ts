import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { resourceFolder } from '../resources.ts'

/** One file of the content pack, as it is. */
export function readJson(...path: string[]): unknown {
  return JSON.parse(readFileSync(join(resourceFolder(), 'content', ...path), 'utf8'))
}

/** The items of each file of a folder, the files in the order of the numbers in their names. */
export function readFolder<Item extends z.ZodObject>(folder: string, item: Item): z.output<Item>[] {
  const names = readdirSync(join(resourceFolder(), 'content', folder)).filter((name) => name.endsWith('.json'))
  const inOrder = names.sort((a, b) => a.localeCompare(b, 'en', { numeric: true }))
  return inOrder.flatMap((name) => z.array(item).parse(readJson(folder, name)))
}
