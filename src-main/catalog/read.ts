import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { resourceFolder } from '../resources.ts'

/** A file of resources/content, unchecked: whoever reads it checks it with its schema. */
export const readContent = (...path: string[]): unknown => JSON.parse(readFileSync(join(resourceFolder(), 'content', ...path), 'utf8'))
