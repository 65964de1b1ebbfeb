import { localDay } from '../contract/days.ts'
import type { Entry, EntryRow, RegisterId } from '../contract/registers/index.ts'
import { registerIds, type registersContract } from '../contract/registers/index.ts'
import type { ModuleContext, ModuleHandlers } from '../engagement/context.ts'
import type { EngagementFile } from '../engagement/file.ts'
import { addEntries, changeEntries, changeEntry, readEntry, removeEntries } from '../engagement/registers/entries.ts'
import { addLink, itemNames, linkCounts, linkedWith, removeLinks } from '../engagement/registers/links.ts'
import { missingInformation } from '../engagement/registers/mandatory.ts'
import { isOverdue, type PlainEntry, readEntries } from '../engagement/registers/read.ts'
import { addMandatory } from './mandatory.ts'
import { summaries } from './summaries.ts'

/** What a list of targets shows at most; more words find the others. */
const mostTargets = 50

const today = ({ now }: ModuleContext) => localDay(now())

const rowOf = (
  register: RegisterId,
  entry: PlainEntry,
  counts: { links: number; evidence: number } | undefined,
  day: string,
): EntryRow => ({
  ...entry,
  register,
  isOverdue: isOverdue(register, entry.fields, day),
  links: counts?.links ?? 0,
  evidence: counts?.evidence ?? 0,
})

function listRows(file: EngagementFile, register: RegisterId, day: string): EntryRow[] {
  const counts = linkCounts(file, register)
  return readEntries(file, register).map((entry) => rowOf(register, entry, counts.get(entry.id), day))
}

function get(context: ModuleContext, register: RegisterId, id: string): Entry {
  const linked = linkedWith(context.file, { kind: register, id })
  const counts = { links: linked.length, evidence: linked.filter(({ kind }) => kind === 'evidence').length }
  return { ...rowOf(register, readEntry(context.file, register, id), counts, today(context)), linked }
}

export const registersRouter: ModuleHandlers<typeof registersContract> = {
  summaries: (context) => summaries(context.file, registerIds, today(context)),
  list: (context, { register }) => listRows(context.file, register, today(context)),
  get: (context, { register, id }) => get(context, register, id),
  add(context, { register, fields, links }) {
    const [id = ''] = addEntries(context.file, register, [{ fields, links }], context.now())
    return get(context, register, id)
  },
  update(context, { register, id, fields }) {
    changeEntry(context.file, register, id, fields)
    return get(context, register, id)
  },
  updateMany: ({ file }, { register, ids, fields }) => ({ changed: changeEntries(file, register, ids, fields) }),
  remove({ file }, { register, ids }) {
    removeEntries(file, register, ids)
    return {}
  },
  linked: ({ file }, target) => linkedWith(file, target),
  link({ file }, { id, target }) {
    addLink(file, id, target)
    return {}
  },
  unlink({ file }, { linkIds }) {
    removeLinks(file, linkIds)
    return {}
  },
  targets({ file }, { kind, words }) {
    const wanted = words.trim().toLowerCase()
    return itemNames(file, kind)
      .filter(({ code, title }) => `${code} ${title}`.toLowerCase().includes(wanted))
      .slice(0, mostTargets)
      .map((item) => ({ kind, ...item }))
  },
  mandatoryMissing: ({ file }) => missingInformation(file).map(({ requirement, title }) => ({ requirement, title })),
  addMandatory: ({ file, now }) => ({ added: addMandatory(file, now()) }),
}
