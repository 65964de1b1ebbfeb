import type { Catalog } from '../contract/catalog.ts'
import { contractClauses } from '../contract/registers/operation.ts'
import { type SupplierGuide, supplierGuide } from '../contract/suppliers.ts'
import { repeated } from './repeated.ts'

/** Says what is wrong with the content on suppliers: shape, clauses that are missing or stand twice, controls that do not exist, texts said twice. */
export function checkSupplierGuide(guide: SupplierGuide, { controls }: Catalog): string[] {
  const shape = supplierGuide.safeParse(guide)
  if (!shape.success) return shape.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`)
  const { clauses, questions } = guide
  const texts = [...clauses.map(({ why }) => why), ...questions.flatMap(({ text, help }) => [text, help])]
  return [
    ...repeated([...clauses, ...questions].map(({ id }) => id)).map((id) => `${id}: this identifier is used twice`),
    ...contractClauses
      .filter((clause) => !clauses.some(({ id }) => id === clause))
      .map((clause) => `${clause}: nothing says when it is needed`),
    ...questions.flatMap((question) =>
      question.controls
        .filter((code) => !controls.some(({ id }) => id === code))
        .map((code) => `question ${question.id}: there is no control ${code}`),
    ),
    ...repeated(texts).map((sentence) => `said twice: ${sentence}`),
    ...texts.filter((sentence) => /\bshall\b/i.test(sentence)).map((sentence) => `sounds like the standard's own text: ${sentence}`),
  ]
}
