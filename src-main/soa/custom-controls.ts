import { v7 as uuid } from 'uuid'
import { loadCatalog } from '../catalog/load.ts'
import { FieldbookError } from '../contract/errors.ts'
import { database } from '../engagement/database.ts'
import type { EngagementFile } from '../engagement/file.ts'
import { removeLinksTo } from '../engagement/links.ts'
import { listed } from '../engagement/lists.ts'
import { text } from '../language/text.ts'
import { customControls, decisionByCode } from './queries.ts'

function ownControl(file: EngagementFile, code: string) {
  return file.one(customControls.where('code', '=', code), code)
}

/** Adds a control of the client's own with its row in the SoA; its code must not be taken. */
export function addControl(file: EngagementFile, { code, title, description }: { code: string; title: string; description: string }): void {
  const isTaken =
    loadCatalog().controls.some(({ id }) => id.toLowerCase() === code.toLowerCase()) || file.first(decisionByCode(code)) !== undefined
  if (isTaken) throw new FieldbookError('conflict', { reason: text('soa:codeTaken', { code }) })
  file.write(text('soa:history.controlAdded', { code }), () => {
    file.run(database.insertInto('customControl').values({ id: uuid(), code, title, description }))
    file.run(database.insertInto('soaDecision').values({ id: uuid(), code }))
  })
}

export function updateControl(file: EngagementFile, code: string, fields: { title?: string; description?: string }): void {
  const { id } = ownControl(file, code)
  if (Object.keys(fields).length === 0) return
  file.write(text('soa:history.controlChanged', { code }), () =>
    file.run(database.updateTable('customControl').set(fields).where('id', '=', id)),
  )
}

/** Takes a custom control away with its row; controls of Annex A are excluded with a justification instead. */
export function removeControl(file: EngagementFile, code: string): void {
  const { id } = ownControl(file, code)
  const decision = file.one(decisionByCode(code), code)
  file.write(text('soa:history.controlRemoved', { code }), () => {
    file.run(database.deleteFrom('soaDecisionSystem').where('decisionId', '=', decision.id))
    file.run(database.deleteFrom('riskControl').where('code', '=', code))
    // What is done about a harm stays to be done, through another control or none.
    file.run(database.updateTable('impactMeasure').set({ controlCode: null }).where('controlCode', '=', code))
    file.run(database.deleteFrom('soaDecision').where('id', '=', decision.id))
    removeLinksTo(file, 'control', listed([code]))
    file.run(database.deleteFrom('customControl').where('id', '=', id))
  })
}
