import { FieldbookError } from '../contract/errors.ts'
import { database } from '../engagement/database.ts'
import type { EngagementFile } from '../engagement/file.ts'
import { removeLinksTo } from '../engagement/links.ts'
import { listed } from '../engagement/lists.ts'
import { text } from '../language/text.ts'

/** Systems that are named in a sentence; more are counted. */
const mostNamed = 3

/**
 * Removes systems with everything that hangs on them, as one change.
 * @throws FieldbookError conflict where one of them has an approved impact assessment: that stays, and its system with it
 * (documented information is kept, ISO/IEC 42001, 7.5.3).
 */
export function removeSystems(file: EngagementFile, ids: string[]): void {
  const chosen = listed(ids)
  refuseApproved(file, ids)
  const assessments = database.selectFrom('impactAssessment').select('id').where('systemId', 'in', chosen)
  const impacts = database.selectFrom('impact').select('id').where('assessmentId', 'in', assessments)
  file.write(text('inventory:history.removed', { count: ids.length }), () => {
    // A risk that began with a harm of such a system stays, for other systems may share it.
    file.run(database.updateTable('risk').set({ originId: null }).where('origin', '=', 'impact').where('originId', 'in', impacts))
    removeLinksTo(file, 'assessment', assessments)
    removeLinksTo(file, 'system', chosen)
    for (const table of ['impactMeasure', 'impactFailureMode', 'impact'] as const)
      file.run(database.deleteFrom(table).where('assessmentId', 'in', assessments))
    for (const table of ['impactAssessment', 'classificationAnswer', 'classification', 'riskSystem', 'soaDecisionSystem'] as const)
      file.run(database.deleteFrom(table).where('systemId', 'in', chosen))
    file.run(database.deleteFrom('aiSystem').where('id', 'in', chosen))
  })
}

function refuseApproved(file: EngagementFile, ids: string[]): void {
  const approved = file.all(
    database
      .selectFrom('impactVersion')
      .innerJoin('impactAssessment', 'impactAssessment.id', 'impactVersion.assessmentId')
      .innerJoin('aiSystem', 'aiSystem.id', 'impactAssessment.systemId')
      .select(['aiSystem.id', 'aiSystem.name'])
      .distinct()
      .where('aiSystem.id', 'in', listed(ids))
      .orderBy('aiSystem.name'),
  )
  if (approved.length === 0) return
  const names = approved.slice(0, mostNamed).map(({ name }) => name)
  const more = approved.length - names.length
  const key = more > 0 ? 'inventory:removeApprovedMore' : 'inventory:removeApproved'
  throw new FieldbookError('conflict', {
    reason: text(key, { names: names.join(', '), count: approved.length, more, stage: text('inventory:lifeCycleStage.retired') }),
  })
}
