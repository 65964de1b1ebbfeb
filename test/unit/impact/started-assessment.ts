import { loadImpactGuide } from '../../../src-main/catalog/impact-guide.ts'
import type { Assessment, AssessmentFields } from '../../../src-main/contract/impact.ts'
import { dayFromToday, type EngagementInFolder } from '../engagement-in-folder.ts'

/** An assessment of a new system, with nothing in it but what the inventory knows. */
export async function startedAssessment(engagement: EngagementInFolder, name = 'Chat'): Promise<Assessment> {
  const { id } = await engagement.call('inventory.add', { name })
  return engagement.call('impact.start', { systemId: id })
}

export const completeTexts: Partial<AssessmentFields> = {
  assessors: 'Head of Claims',
  triage: 'full',
  triageReason: 'A threshold is met',
  scope: 'Release 1',
  intendedUse: 'Sorts claims',
  misuse: 'Used to refuse',
  data: 'Claims of five years',
  models: 'Boosting',
  environment: 'Service centre',
  parties: 'Policyholders',
  conclusion: 'Acceptable',
  decision: 'proceed',
  decisionReason: 'Harms are small',
  reviewDate: dayFromToday(300),
  triggers: ['model', 'law'],
}

const rated = { severity: 4, reach: 3, reversibility: 3, likelihood: 3, residualSeverity: 2, residualLikelihood: 2 }

/** Fills an assessment until nothing is missing. */
export async function complete(engagement: EngagementInFolder, assessmentId: string): Promise<Assessment> {
  for (const { id } of loadImpactGuide().triage) {
    await engagement.call('impact.answerTriage', { assessmentId, question: id, value: id === 'legal-effect' })
  }
  await engagement.call('impact.update', { assessmentId, fields: completeTexts })
  const benefit = { kind: 'benefit', dimension: 'services', subject: 'individuals', description: 'Faster answers' } as const
  await engagement.call('impact.addImpact', { assessmentId, fields: benefit })
  const harm = { kind: 'harm', dimension: 'fairness', subject: 'groups', description: 'Some wait longer', ...rated } as const
  const { impacts } = await engagement.call('impact.addImpact', { assessmentId, fields: harm })
  const impactId = impacts.at(-1)?.id ?? null
  return engagement.call('impact.addMeasure', {
    assessmentId,
    fields: { impactId, description: 'Monthly check', owner: 'Head of Claims', dueDate: dayFromToday(30), controlCode: 'A.5.4' },
  })
}
