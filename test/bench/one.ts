import { z } from 'zod'
import { measures } from './measures.ts'

/** Runs one measure in this process, NAME FOLDER short|long, and prints it as JSON. */
const [, , name, folder, length] = process.argv
const measure = measures[name ?? '']
if (!measure) throw new Error(`there is no measure ${name}`)
const isShort = z.enum(['short', 'long']).parse(length) === 'short'
console.log(JSON.stringify(await measure({ isShort, folder: z.string().parse(folder) })))
