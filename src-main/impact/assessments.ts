import { v7 as uuid } from 'uuid'
import { z } from 'zod'
import { loadImpactGuide } from '../catalog/impact-guide.ts'
import { FieldbookError } from '../contract/errors.ts'
import {
  type Assessment,
  type AssessmentFields,
  type AssessmentRow,
  assessmentFields,
  type FrozenAssessment,
  failureMode,
  impact,
  measure,
} from '../contract/impact.ts'
import { stateOf } from '../engagement/assessments.ts'
import { database } from '../engagement/database.ts'
import type { EngagementFile } from '../engagement/file.ts'
import { removeLinksTo } from '../engagement/links.ts'
import { listed, toListColumn } from '../engagement/lists.ts'
import { text } from '../language/text.ts'
import { knownOfSystem } from './known.ts'
import { missingFor } from './missing.ts'
import {
  assessmentById,
  assessmentHead,
  assessmentRows,
  assessmentsOfSystem,
  forgetOrigins,
  ratingsOfHarms,
  systemById,
} from './queries.ts'
import { highestLevels, levelsOf, proposeTriage } from './rules.ts'

const answers = z.record(z.string(), z.boolean())

const writtenAssessment = z.object({
  fields: assessmentFields.extend({ id: z.string(), systemId: z.string(), createdAt: z.string(), triageAnswers: answers }),
  impacts: z.array(impact.omit({ consequence: true, level: true, residualConsequence: true, residualLevel: true })),
  failureModes: z.array(failureMode),
  measures: z.array(measure),
})

/** What was written, with what the rules make of it today. */
export function derive(written: string, systemName: string): FrozenAssessment {
  const { fields, impacts, failureModes, measures } = writtenAssessment.parse(JSON.parse(written))
  return {
    ...fields,
    systemName,
    triageProposal: proposeTriage(fields.triageAnswers, loadImpactGuide().triage),
    impacts: impacts.map((each) => ({ ...each, ...levelsOf(each) })),
    failureModes,
    measures,
  }
}

/** One assessment as it stands on a day (ISO 8601); fails with not-found where there is none of this id. */
export function readAssessment(file: EngagementFile, id: string, today: string): Assessment {
  const { written, systemName, latestVersion, changedSince: changed } = file.one(assessmentById(id), id)
  const content = derive(written, systemName)
  const standing = { latestVersion, changedSince: changed === 1 }
  return {
    ...content,
    ...standing,
    state: stateOf({ ...content, ...standing }, today),
    missing: missingFor(content, loadImpactGuide(), today),
  }
}

/** Every assessment on a day, by the name of its system: two queries, however many there are. */
export function readRows(file: EngagementFile, today: string): AssessmentRow[] {
  const harms = Map.groupBy(file.all(ratingsOfHarms), ({ assessmentId }) => assessmentId)
  return file.all(assessmentRows).map(({ changedSince, ...row }) => ({
    ...row,
    ...highestLevels((harms.get(row.id) ?? []).map(levelsOf)),
    state: stateOf({ ...row, changedSince: changedSince === 1 }, today),
  }))
}

/** Starts the assessment of a system with what the inventory knows of it, and says its id. A system has one assessment of a title. */
export function start(file: EngagementFile, systemId: string, asked: string | undefined, now: Date): string {
  const system = file.one(systemById(systemId), systemId)
  const title = asked ?? text('impact:titleOf', { system: system.name.slice(0, 400) })
  const others = file.all(assessmentsOfSystem(systemId))
  if (others.some((other) => asked === undefined || other.title === title)) {
    throw new FieldbookError('conflict', { reason: text('impact:alreadyThere', { system: system.name }) })
  }
  const id = uuid()
  file.write(text('impact:history.started', { title }), () =>
    file.run(
      database.insertInto('impactAssessment').values({ id, systemId, title, createdAt: now.toISOString(), ...knownOfSystem(system) }),
    ),
  )
  return id
}

/** The title of an assessment; fails with not-found where there is none of this id. */
const headOf = (file: EngagementFile, id: string) => file.one(assessmentHead(id), id)

/** Changes fields of an assessment, as one change. */
export function update(file: EngagementFile, id: string, { triggers, ...fields }: Partial<AssessmentFields>): void {
  const { title } = headOf(file, id)
  const unknown = (triggers ?? []).find((trigger) => !loadImpactGuide().triggers.some((known) => known.id === trigger))
  if (unknown !== undefined) throw new FieldbookError('invalid-input', { reason: text('impact:unknownTrigger', { id: unknown }) })
  const columns = { ...fields, ...(triggers === undefined ? {} : { triggers: toListColumn(triggers) }) }
  if (Object.keys(columns).length === 0) return
  file.write(text('impact:history.changed', { title }), () =>
    file.run(database.updateTable('impactAssessment').set(columns).where('id', '=', id)),
  )
}

/** Answers a question of the triage; null takes the answer back. What is decided from the answers stays with the person. */
export function answerTriage(file: EngagementFile, id: string, question: string, value: boolean | null): void {
  const { title, triageAnswers } = headOf(file, id)
  if (!loadImpactGuide().triage.some((known) => known.id === question)) {
    throw new FieldbookError('invalid-input', { reason: text('impact:unknownQuestion', { id: question }) })
  }
  const others = Object.entries(answers.parse(JSON.parse(triageAnswers))).filter(([key]) => key !== question)
  const changed = value === null ? others : [...others, [question, value] as const]
  // In one order, so that the same answers are the same text.
  const column = JSON.stringify(Object.fromEntries(changed.sort(([a], [b]) => (a < b ? -1 : 1))))
  file.write(text('impact:history.triage', { title }), () =>
    file.run(database.updateTable('impactAssessment').set({ triageAnswers: column }).where('id', '=', id)),
  )
}

/** Removes an assessment with everything in it; one that was approved once stays. */
export function remove(file: EngagementFile, id: string): void {
  const { title } = headOf(file, id)
  const { latestVersion } = file.one(assessmentById(id), id)
  if (latestVersion !== null) throw new FieldbookError('conflict', { reason: text('impact:cannotRemove', { title }) })
  file.write(text('impact:history.removed', { title }), () => {
    file.run(forgetOrigins('assessmentId', id))
    for (const table of ['impactMeasure', 'impactFailureMode', 'impact'] as const) {
      file.run(database.deleteFrom(table).where('assessmentId', '=', id))
    }
    removeLinksTo(file, 'assessment', listed([id]))
    file.run(database.deleteFrom('impactAssessment').where('id', '=', id))
  })
}
