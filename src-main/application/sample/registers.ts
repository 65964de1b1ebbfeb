import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { entryValue, type LinkKind, linkKind, type RegisterId, registerIds } from '../../contract/registers/index.ts'
import type { EngagementFile } from '../../engagement/file.ts'
import { insertEntries } from '../../engagement/registers/entries.ts'
import { insertLinks, itemNames } from '../../engagement/registers/links.ts'
import { resourceFolder } from '../../resources.ts'
import { inDays } from './in-days.ts'

/** One entry: its fields, days as a number of days from today, and what it is linked with by kind and code (an assessment or a system by its title). */
const sampleEntry = z.strictObject({
  fields: z.object({ reference: z.string(), title: z.string() }).catchall(entryValue),
  days: z.record(z.string(), z.number()).default({}),
  links: z.array(z.tuple([linkKind, z.string()])).default([]),
})

/** What the sample has in a register; a register without a file is empty. */
function readEntries(register: RegisterId): z.infer<typeof sampleEntry>[] {
  const path = join(resourceFolder(), 'sample', 'registers', `${register}.json`)
  return existsSync(path) ? z.array(sampleEntry).parse(JSON.parse(readFileSync(path, 'utf8'))) : []
}

/** The id of an item by its code or title. @throws where the sample names something that is not there. */
export function itemId(file: EngagementFile, kind: LinkKind, name: string): string {
  const item = itemNames(file, kind).find(({ code, title }) => code === name || title === name)
  if (!item) throw new Error(`the sample names a ${kind} that it does not have: ${name}`)
  return item.id
}

/** Fills the registers of the sample, then links their entries, which may name one another. Call inside write(). */
export function addRegisters(file: EngagementFile): void {
  const now = new Date()
  const filled = registerIds.map((register) => {
    const entries = readEntries(register)
    const dated = entries.map(({ fields, days }) => ({
      fields: { ...fields, ...Object.fromEntries(Object.entries(days).map(([field, count]) => [field, inDays(count)])) },
    }))
    return { register, entries, named: insertEntries(file, register, dated, now) }
  })
  for (const { register, entries, named } of filled) {
    const links = entries.flatMap(({ links }, index) =>
      links.map(([kind, name]) => ({ recordId: named[index]?.id ?? '', target: { kind, id: itemId(file, kind, name) } })),
    )
    insertLinks(file, register, links)
  }
}
