import { z } from 'zod'
import { type Assessable, type Catalog, catalog, clause, control, objective, requirement, source } from '../contract/catalog.ts'
import { readFolder, readJson } from './read.ts'

const header = catalog.pick({ version: true, standard: true, notice: true, chapters: true }).extend({ sources: z.array(source) })

let loaded: Catalog | undefined

/** The content pack, read and checked once. */
export function loadCatalog(): Catalog {
  loaded ??= {
    ...header.parse(readJson('pack.json')),
    clauses: z.array(clause).parse(readJson('clauses.json')),
    requirements: readFolder('requirements', requirement.omit({ kind: true })).map((item) => ({ ...item, kind: 'requirement' })),
    objectives: z.array(objective).parse(readJson('objectives.json')),
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
