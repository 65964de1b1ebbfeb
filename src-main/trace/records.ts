import { sql } from 'kysely'
import { type RegisterId, registerIds, registers } from '../contract/registers/index.ts'
import { database, type Query } from '../engagement/database.ts'
import type { EngagementFile } from '../engagement/file.ts'
import { listed } from '../engagement/lists.ts'
import { isOverdue, tableOf } from '../engagement/registers/read.ts'
import { text } from '../language/text.ts'

interface Row {
  register: RegisterId
  id: string
  code: string
  title: string
  /** Empty where the register knows no states. */
  state: string
  due: string | null
}

/** Entries of whatever register, by their ids. */
function entries(ids: readonly string[]): Query<Row> {
  const each = registerIds.map((register) => {
    const { due, fields } = registers[register]
    const state = 'state' in fields.shape ? sql.ref('state') : sql`''`
    const day = due === null ? sql`NULL` : sql.ref(due)
    return sql`SELECT ${register} AS register, id, reference AS code, title, ${state} AS state, ${day} AS due
      FROM ${sql.table(tableOf(register))} WHERE id IN ${listed(ids)}`
  })
  const all = sql<Row>`${sql.join(each, sql` UNION ALL `)}`
  return { compile: () => all.compile(database) }
}

/** Entries of registers with their kind and state in words; an overdue one stands out. */
export function describeRecords(file: EngagementFile, ids: readonly string[], today: string) {
  return file.all(entries(ids)).map(({ register, id, code, title, state, due }) => {
    const { due: dueField } = registers[register]
    const late = dueField !== null && isOverdue(register, { [dueField]: due, state }, today)
    const kind = text(`registers:kind.${register}`)
    const word = state === '' ? '' : text(`register-${register}:state.${state}`)
    return {
      id,
      register,
      code,
      title,
      state: late ? text('trace:recordOverdue', { kind }) : [kind, word].filter(Boolean).join(', '),
      tone: late ? ('poor' as const) : ('info' as const),
    }
  })
}
