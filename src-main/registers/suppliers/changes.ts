import { v7 as uuid } from 'uuid'
import { loadSupplierGuide } from '../../catalog/supplier-guide.ts'
import { FieldbookError } from '../../contract/errors.ts'
import type { AnswerFields } from '../../contract/suppliers.ts'
import { database } from '../../engagement/database.ts'
import type { EngagementFile } from '../../engagement/file.ts'
import { addEntries, readEntry } from '../../engagement/registers/entries.ts'
import { text } from '../../language/text.ts'
import { readNamed } from './suppliers.ts'

/** Answers a question of due diligence, as one change. */
export function answerQuestion(file: EngagementFile, supplierId: string, question: string, fields: Partial<AnswerFields>): void {
  const { reference } = readEntry(file, 'suppliers', supplierId).fields
  if (!loadSupplierGuide().questions.some(({ id }) => id === question)) throw new FieldbookError('not-found', { what: question })
  if (Object.keys(fields).length === 0) return
  file.write(text('suppliers:history.answered', { reference: String(reference) }), () =>
    file.run(
      database
        .insertInto('supplierAnswer')
        .values({ id: uuid(), supplierId, question, ...fields })
        .onConflict((conflict) => conflict.columns(['supplierId', 'question']).doUpdateSet(fields)),
    ),
  )
}

/** Adds suppliers that the inventory names, linked with their systems, as one change. */
export function addNamed(file: EngagementFile, names: readonly string[], now: Date): void {
  const named = readNamed(file)
  const entries = [...new Set(names)].map((name) => {
    const found = named.find((each) => each.name === name)
    if (!found) throw new FieldbookError('not-found', { what: name })
    return {
      fields: { title: name, kind: 'ai-system', state: 'active' },
      links: found.systems.map(({ id }) => ({ kind: 'system' as const, id })),
    }
  })
  addEntries(file, 'suppliers', entries, now)
}
