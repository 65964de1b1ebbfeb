import type { Database } from 'better-sqlite3'

export interface Step {
  /** The change to revert. */
  changeId: number
  /** The edit that it stands for. */
  subject: number
  /** Names the edit in every copy of the engagement. */
  uid: string
  label: string
}

/** An edit stands when it was never taken back, or was done again since. */
const stands = `coalesce((SELECT later.kind FROM change AS later WHERE later.subject = edit.id ORDER BY later.id DESC LIMIT 1), 'redo') = 'redo'`

function newestStanding(connection: Database): (Step & { permanent: number }) | undefined {
  return connection
    .prepare<[], Step & { permanent: number }>(
      `SELECT coalesce((SELECT max(later.id) FROM change AS later WHERE later.subject = edit.id), edit.id) AS changeId,
              edit.id AS subject, edit.uid, edit.label, edit.permanent
       FROM change AS edit WHERE edit.kind = 'edit' AND ${stands} ORDER BY edit.id DESC LIMIT 1`,
    )
    .get()
}

/** The newest edit that stands, unless it is one that stays (an approved version). */
export function undoStep(connection: Database): Step | undefined {
  const step = newestStanding(connection)
  return step && step.permanent === 0 ? step : undefined
}

/** Label of the edit that keeps undo from going further back, where nothing after it is left; the first edit of all has nothing before it. */
export function undoEnd(connection: Database): string | undefined {
  const step = newestStanding(connection)
  const first = connection.prepare<[], number>("SELECT min(id) FROM change WHERE kind = 'edit'").pluck().get()
  return step && step.permanent === 1 && step.subject !== first ? step.label : undefined
}

/** The edit taken back last, as long as nothing new was written since. */
export function redoStep(connection: Database): Step | undefined {
  return connection
    .prepare<[], Step>(
      `SELECT undone.id AS changeId, edit.id AS subject, edit.uid, edit.label
       FROM change AS undone JOIN change AS edit ON edit.id = undone.subject
       WHERE undone.kind = 'undo'
         AND NOT EXISTS (SELECT 1 FROM change AS later WHERE later.subject = undone.subject AND later.id > undone.id)
         AND NOT EXISTS (SELECT 1 FROM change AS newer WHERE newer.kind = 'edit' AND newer.id > undone.id)
       ORDER BY undone.id DESC LIMIT 1`,
    )
    .get()
}
