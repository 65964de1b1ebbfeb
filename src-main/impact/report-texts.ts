import type { AssessmentField, FrozenAssessment } from '../contract/impact.ts'
import { text } from '../language/text.ts'
import type { Block } from '../report/model.ts'

const writtenIn = (assessment: FrozenAssessment, field: AssessmentField) => {
  const values = new Map<string, unknown>(Object.entries(assessment))
  return String(values.get(field) ?? '').trim()
}

/** The text of a field, or that it is not written yet. */
export function textOf(assessment: FrozenAssessment, field: AssessmentField): Block {
  const value = writtenIn(assessment, field)
  return { kind: 'paragraph', runs: [{ text: value || text('impact:report.notWritten'), emphasis: value === '' }] }
}

/** The texts of some fields under their names; an empty one is said to be so, or left out where it may be empty. */
export function textsOf(
  assessment: FrozenAssessment,
  fields: AssessmentField[],
  optional: ReadonlySet<AssessmentField> = new Set(),
): Block[] {
  return fields
    .filter((field) => !optional.has(field) || writtenIn(assessment, field) !== '')
    .flatMap((field): Block[] => [
      { kind: 'paragraph', runs: [{ text: text(`impact:fields.${field}`), strong: true }] },
      textOf(assessment, field),
    ])
}
