import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { type Assessable, type Catalog, catalog, clause, control, objective, requirement, source } from '../contract/catalog.ts'
import { resourceFolder } from '../resources.ts'
import { readContent } from './read.ts'

const header = catalog.pick({ version: true, standard: true, notice: true, chapters: true }).extend({ sources: z.array(source) })

/** The items of each file of a folder, the files in the order of the numbers in their names. */
function readFolder<Item extends z.ZodObject>(folder: string, item: Item): z.output<Item>[] {
  const names = readdirSync(join(resourceFolder(), 'content', folder)).filter((name) => name.endsWith('.json'))
  const inOrder = names.sort((a, b) => a.localeCompare(b, 'en', { numeric: true }))
  return inOrder.flatMap((name) => z.array(item).parse(readContent(folder, name)))
}

let loaded: Catalog | undefined

/** The content pack, read and checked once. */
export function loadCatalog(): Catalog {
  loaded ??= {
    ...header.parse(readContent('pack.json')),
    clauses: z.array(clause).parse(readContent('clauses.json')),
    requirements: readFolder('requirements', requirement.omit({ kind: true })).map((item) => ({ ...item, kind: 'requirement' })),
    objectives: z.array(objective).parse(readContent('objectives.json')),
    controls: readFolder('controls', control.omit({ kind: true })).map((item) => ({ ...item, kind: 'control' })),
  }
  return loaded
}

let byId: ReadonlyMap<string, Assessable> | undefined

/** Requirements and controls by their identifier. */
export function assessables(): ReadonlyMap<string, Assessable> {
  byId ??= new Map([...loadCatalog().requirements, ...loadCatalog().controls].map((item) => [item.id, item]))
  return byId
}
