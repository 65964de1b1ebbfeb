import { v7 as uuid } from 'uuid'
import { z } from 'zod'
import { localDay } from '../contract/days.ts'
import { FieldbookError } from '../contract/errors.ts'
import { assessment, type FrozenAssessment } from '../contract/impact.ts'
import type { Approval, ApprovedVersion, VersionDifference } from '../contract/versions.ts'
import { database } from '../engagement/database.ts'
import type { EngagementFile } from '../engagement/file.ts'
import { recordsDifference } from '../engagement/versions.ts'
import { text } from '../language/text.ts'
import { derive, readAssessment } from './assessments.ts'
import { nameOf } from './missing.ts'
import { assessmentById, versionByNumber, versionRows } from './queries.ts'

const levels = assessment.shape.impacts.element.pick({
  id: true,
  consequence: true,
  level: true,
  residualConsequence: true,
  residualLevel: true,
})
/** What the rules said when a version was approved: later rules leave it as it was. */
const derivedContent = assessment.pick({ systemName: true, triageProposal: true }).extend({ levels: z.array(levels) })

/** An assessment as a version froze it, or with 0 as it stands. */
export function readVersion(file: EngagementFile, assessmentId: string, number: number): FrozenAssessment {
  const { written, systemName } = file.one(assessmentById(assessmentId), assessmentId)
  if (number === 0) return derive(written, systemName)
  const { content, derived } = file.one(versionByNumber(assessmentId, number), text('impact:version', { number }))
  const then = derivedContent.parse(JSON.parse(derived))
  const levelsOf = new Map(then.levels.map((each) => [each.id, each]))
  const frozen = derive(content, then.systemName)
  return {
    ...frozen,
    triageProposal: then.triageProposal,
    impacts: frozen.impacts.map((each) => ({ ...each, ...levelsOf.get(each.id) })),
  }
}

export const readVersions = (file: EngagementFile, assessmentId: string): ApprovedVersion[] => file.all(versionRows(assessmentId))

/** The version that is meant where none is named: the newest while nothing has changed since, else the assessment as it stands (0). */
export function usualVersion(file: EngagementFile, assessmentId: string): number {
  const { latestVersion, changedSince } = file.one(assessmentById(assessmentId), assessmentId)
  return latestVersion !== null && changedSince === 0 ? latestVersion : 0
}

/** Writes a version of an assessment as it stands. Call inside write(), once nothing is missing. */
export function freeze(file: EngagementFile, assessmentId: string, version: Omit<ApprovedVersion, 'id'>): ApprovedVersion {
  const { written, systemName } = file.one(assessmentById(assessmentId), assessmentId)
  const content = derive(written, systemName)
  const derived = JSON.stringify(derivedContent.parse({ ...content, levels: content.impacts }))
  const frozen = { id: uuid(), ...version }
  file.run(database.insertInto('impactVersion').values({ ...frozen, assessmentId, content: written, derived }))
  return frozen
}

/** Freezes an assessment as its next version; refused while something is missing (ISO/IEC 42005, 5.10 and 5.11), or nothing has changed. */
export function approve(file: EngagementFile, assessmentId: string, approval: Approval, now: Date): ApprovedVersion {
  const { missing, latestVersion, changedSince, title } = readAssessment(file, assessmentId, localDay(now))
  const [first] = missing
  if (first) {
    throw new FieldbookError('conflict', { reason: text('impact:cannotApprove', { count: missing.length, first: first.sentence }) })
  }
  if (latestVersion !== null && !changedSince)
    throw new FieldbookError('conflict', { reason: text('ui:approval.unchanged', { number: latestVersion }) })
  const number = (latestVersion ?? 0) + 1
  return file.write(
    text('impact:history.approved', { number, title }),
    () => freeze(file, assessmentId, { number, ...approval, createdAt: now.toISOString() }),
    { permanent: true },
  )
}

/** A record of a version with the word for what it is; the fields of a kind of record are told apart by it. */
type PartRow = { id: string; part: string; name: string }

/** Fields that say what a record is, and not what was written in it. */
const identity = new Set(['id', 'part', 'name', 'systemId', 'systemName', 'createdAt', 'triageProposal'])

/** The assessment's own fields, its triage and each of its parts as records that can be compared. */
function records(content: FrozenAssessment): PartRow[] {
  const { impacts, failureModes, measures, triageAnswers, ...fields } = content
  const harms = new Map(impacts.map(({ id, description }) => [id, nameOf(description)]))
  return [
    { ...fields, part: 'assessment', name: fields.title },
    { ...triageAnswers, id: `${fields.id} triage`, part: 'triage', name: '' },
    ...impacts.map((each) => ({ ...each, part: each.kind, name: nameOf(each.description) })),
    ...failureModes.map((each) => ({ ...each, part: 'failureMode', name: nameOf(each.description) })),
    ...measures.map((each) => ({
      ...each,
      part: 'measure',
      name: nameOf(each.description),
      impactId: each.impactId === null ? '' : (harms.get(each.impactId) ?? ''),
    })),
  ]
}

/** What changed from one version to another, part by part and field by field; 0 is the assessment as it stands. */
export function difference(file: EngagementFile, assessmentId: string, from: number, to: number): VersionDifference {
  const named = (number: number) => (number === 0 ? text('impact:asItStands') : text('impact:version', { number }))
  const of = (number: number) => records(readVersion(file, assessmentId, number))
  const nameRecord = ({ id, part, name }: PartRow) => ({
    key: id,
    code: name === '' ? text(`impact:part.${part}`) : text('impact:partNamed', { part: text(`impact:part.${part}`), name }),
    title: name,
  })
  return { from: named(from), to: named(to), ...recordsDifference(of(from), of(to), nameRecord, identity) }
}
