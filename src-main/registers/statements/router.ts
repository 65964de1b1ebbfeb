import { loadStatementGuide } from '../../catalog/statement-guide.ts'
import { localDay } from '../../contract/days.ts'
import type { Statement, StatementKind, statementsContract } from '../../contract/statements.ts'
import type { ModuleContext, ModuleHandlers } from '../../engagement/context.ts'
import { readStatement, readStatements, startOf, summariesOf } from '../../engagement/statements.ts'
import { takeOver, update, write } from './changes.ts'
import { approve, difference, readVersions } from './versions.ts'

const today = ({ now }: ModuleContext) => localDay(now())
const get = (context: ModuleContext, kind: StatementKind): Statement => readStatement(context.file, kind, today(context))

export const statementsRouter: ModuleHandlers<typeof statementsContract> = {
  guide: ({ file }) =>
    loadStatementGuide().map((content) => ({
      ...content,
      sections: content.sections.map((section) => ({ ...section, start: startOf(file, content.kind, section.id) })),
    })),
  summaries: (context) => summariesOf(readStatements(context.file, today(context))),
  get: (context, { kind }) => get(context, kind),
  write(context, { kind, section, body }) {
    write(context.file, kind, section, body, context.now())
    return get(context, kind)
  },
  update(context, { kind, fields }) {
    update(context.file, kind, fields, context.now())
    return get(context, kind)
  },
  takeOver(context, { kind, sections }) {
    takeOver(context.file, kind, sections, context.now())
    return get(context, kind)
  },
  approve: ({ file, now }, { kind, ...approval }) => approve(file, kind, approval, now()),
  versions: ({ file }, { kind }) => readVersions(file, kind),
  difference: ({ file }, { kind, from, to }) => difference(file, kind, from, to),
}
