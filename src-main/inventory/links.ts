import type { SystemLinks } from '../contract/inventory.ts'
import { database } from '../engagement/database.ts'
import type { EngagementFile } from '../engagement/file.ts'

const assessmentsOf = (id: string) =>
  database
    .selectFrom('impactAssessment')
    .select(['id', 'title', 'triage', 'decision'])
    .where('systemId', '=', id)
    .orderBy('createdAt')
    .orderBy('id')

const risksOf = (id: string) =>
  database
    .selectFrom('riskSystem')
    .innerJoin('risk', 'risk.id', 'riskSystem.riskId')
    .select(['risk.id', 'reference', 'title', 'state'])
    .where('systemId', '=', id)
    .orderBy('reference')

/** Codes from the SoA's own link, from the treatment of risks, and from the measures of impact assessments. */
const controlsOf = (id: string) =>
  database
    .selectFrom('soaDecision')
    .select(['code', 'applicability'])
    .where((of) =>
      of.or([
        of('id', 'in', of.selectFrom('soaDecisionSystem').select('decisionId').where('systemId', '=', id)),
        of(
          'code',
          'in',
          of
            .selectFrom('riskSystem')
            .innerJoin('riskControl', 'riskControl.riskId', 'riskSystem.riskId')
            .select('riskControl.code')
            .where('systemId', '=', id),
        ),
        of(
          'code',
          'in',
          of
            .selectFrom('impactAssessment')
            .innerJoin('impactMeasure', 'impactMeasure.assessmentId', 'impactAssessment.id')
            .select('controlCode')
            .where('systemId', '=', id)
            .where('controlCode', 'is not', null),
        ),
      ]),
    )

const inOrder = new Intl.Collator('en', { numeric: true })

/** What a system is linked with. A system that is not there has no links. */
export const readLinks = (file: EngagementFile, id: string): SystemLinks => ({
  assessments: file.all(assessmentsOf(id)),
  risks: file.all(risksOf(id)),
  controls: file.all(controlsOf(id)).sort((a, b) => inOrder.compare(a.code, b.code)),
})
