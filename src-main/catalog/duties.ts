import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { type Duty, duty } from '../contract/classification.ts'
import { resourceFolder } from '../resources.ts'

let loaded: ReadonlyMap<string, Duty> | undefined

/** The duties of the EU AI Act by their identifier, read and checked once. */
export function duties(): ReadonlyMap<string, Duty> {
  loaded ??= new Map(read().map((each) => [each.id, each]))
  return loaded
}

function read(): Duty[] {
  const path = join(resourceFolder(), 'content', 'ai-act', 'duties.json')
  return existsSync(path) ? z.array(duty).parse(JSON.parse(readFileSync(path, 'utf8'))) : []
}
