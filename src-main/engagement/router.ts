import { existsSync } from 'node:fs'
import { basename, join } from 'node:path'
import { loadCatalog } from '../catalog/load.ts'
import { type EngagementInfo, type engagementContract, engagementField } from '../contract/engagement.ts'
import { text } from '../language/text.ts'
import type { ModuleHandlers } from './context.ts'
import { database } from './database.ts'
import type { EngagementFile } from './file.ts'
import { schemaVersion } from './migrations/index.ts'
import { counts, historyOf, lastChange, lineage, newestChanges, readEngagement } from './queries.ts'

type OfFile =
  | 'duplicate'
  | 'suggestCopy'
  | 'info'
  | 'get'
  | 'update'
  | 'undoState'
  | 'lastStep'
  | 'undo'
  | 'redo'
  | 'history'
  | 'recentChanges'
  | 'check'

const asText = (value: string | number | null) => (value === null ? null : String(value))

export const engagementRouter: ModuleHandlers<Pick<typeof engagementContract, OfFile>> = {
  duplicate: ({ file, run, progress }, { path }) =>
    run('engagement.copy', { path: file.contentPath, to: path, origin: 'duplicate' }, progress),
  suggestCopy: ({ file, outputFolder }) => ({
    path: freeCopyName(join(outputFolder, basename(file.path).replace(/\.(aims|aimspack)$/i, ''))),
  }),
  info: ({ file }) => readInfo(file),
  get: ({ file }) => readEngagement(file),
  update({ file }, fields) {
    const changed = Object.keys(fields).filter((field) => engagementField.safeParse(field).success)
    if (changed.length > 0) file.write(text('engagement:updated'), () => file.run(database.updateTable('engagement').set(fields)))
    return readEngagement(file)
  },
  undoState({ file }) {
    const [undo, redo] = file.readOnly === null ? [file.undoStep(), file.redoStep()] : []
    return { undo: undo?.label ?? null, redo: redo?.label ?? null }
  },
  lastStep({ file }) {
    if (file.readOnly !== null) return { step: null, label: null, end: null }
    const step = file.undoStep()
    return { step: step?.uid ?? null, label: step?.label ?? null, end: file.undoEnd() ?? null }
  },
  undo: ({ file }, { step }) => ({ label: file.undo(step) }),
  redo: ({ file }) => ({ label: file.redo() }),
  history: ({ file }, { record, field }) =>
    file
      .all(historyOf(record, field))
      .map(({ oldValue, newValue, ...entry }) => ({ ...entry, old: asText(oldValue), new: asText(newValue) })),
  recentChanges: ({ file }, { limit }) =>
    file.all(newestChanges(limit)).map(({ kind, latestStep, ...entry }) => ({
      ...entry,
      label: kind === 'edit' || kind === 'note' ? entry.label : text(`engagement:${kind}`, { label: entry.label }),
      undone: latestStep === 'undo',
    })),
  async check({ file, run, progress }) {
    const { damage, values, ...counted } = await run('engagement.check', { path: file.contentPath }, progress)
    return { problems: [...damage, ...values], ...counted }
  },
}

function freeCopyName(start: string): string {
  const name = (number: number) => text(number === 1 ? 'engagement:copyName' : 'engagement:numberedCopyName', { name: start, number })
  const free = Array.from({ length: 99 }, (_, index) => name(index + 1)).find((path) => !existsSync(path))
  return free ?? name(Date.now())
}

/** What the file holds, as numbers. */
export function readInfo(file: EngagementFile): EngagementInfo {
  const { requirements, controls } = loadCatalog()
  return {
    path: file.path,
    readOnly: file.readOnly,
    size: file.size,
    schemaVersion,
    engagement: readEngagement(file),
    lineage: file.all(lineage),
    lastChange: file.first(lastChange) ?? null,
    requirements: requirements.length,
    controls: controls.length,
    ...file.one(counts, 'engagement'),
  }
}
