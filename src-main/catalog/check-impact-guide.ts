import { assessmentFields, type ImpactGuide, impactGuide } from '../contract/impact.ts'
import { repeated } from './repeated.ts'

const everyField = Object.keys(assessmentFields.shape)

/** Says what is wrong with the guide: shape, identifiers used twice, fields that no step or two steps ask for, texts said twice. */
export function checkImpactGuide(guide: ImpactGuide): string[] {
  const shape = impactGuide.safeParse(guide)
  if (!shape.success) return shape.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`)
  const asked = guide.steps.flatMap(({ fields }) => fields)
  const texts = [
    ...guide.steps.flatMap(({ about, questions }) => [about, ...questions]),
    ...guide.dimensions.flatMap(({ about, examples }) => [about, ...examples.map(({ text }) => text)]),
    ...guide.triage.flatMap(({ text, help }) => [text, help]),
    ...guide.triggers.map(({ text }) => text),
    ...Object.values(guide.scales).flatMap((scale) => scale.map(({ meaning }) => meaning)),
  ]
  return [
    ...repeated(guide.steps.map(({ id }) => id)).map((id) => `step ${id}: this identifier is used twice`),
    ...repeated(guide.dimensions.map(({ id }) => id)).map((id) => `dimension ${id}: this identifier is used twice`),
    ...repeated(guide.triage.map(({ id }) => id)).map((id) => `question ${id}: this identifier is used twice`),
    ...repeated(guide.triggers.map(({ id }) => id)).map((id) => `trigger ${id}: this identifier is used twice`),
    ...repeated(asked).map((field) => `${field}: two steps ask for it`),
    ...asked.filter((field) => !everyField.includes(field)).map((field) => `${field}: an assessment has no such field`),
    ...everyField.filter((field) => !asked.includes(field)).map((field) => `${field}: no step asks for it`),
    ...(guide.triage.some(({ id }) => id === guide.rightsQuestion) ? [] : [`${guide.rightsQuestion}: the triage has no such question`]),
    ...guide.dimensions.flatMap(({ id, examples }) =>
      ['benefit', 'harm']
        .filter((kind) => !examples.some((example) => example.kind === kind))
        .map((kind) => `${id}: no example of a ${kind}`),
    ),
    ...repeated(texts).map((sentence) => `said twice: ${sentence}`),
    ...texts.filter((sentence) => /\bshall\b/i.test(sentence)).map((sentence) => `sounds like the standard's own text: ${sentence}`),
  ]
}
