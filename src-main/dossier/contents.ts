import type { DossierContents } from '../contract/dossier.ts'
import { type Answer, isUnanswered } from './answers.ts'
import type { DossierPlan } from './plan.ts'

/** What a dossier of this plan holds, and what is missing from it. */
export function contentsOf({ documents, leftOut, evidence, withoutFile }: DossierPlan, answers: Answer[]): DossierContents {
  return {
    documents: documents.map(({ number, report, title, version }) => ({ number, report, title, version })),
    leftOut,
    evidence: { files: evidence.length, size: evidence.reduce((sum, { size }) => sum + size, 0) },
    withoutFile: withoutFile.map(({ reference, title }) => ({ id: reference, title })),
    unanswered: answers.filter(isUnanswered).map(({ id, title }) => ({ id, title })),
  }
}
