import { useSearch } from '@tanstack/react-router'
import { useProcedure } from '../../app/calls.ts'
import { AssessmentList } from './AssessmentList.tsx'
import { AssessmentWork } from './AssessmentWork.tsx'

/** The impact assessments: the list of all, or the work on one. */
export function ImpactScreen() {
  const { assessment } = useSearch({ strict: false })
  return assessment === undefined ? <AssessmentList /> : <OneAssessment assessmentId={assessment} />
}

function OneAssessment({ assessmentId }: { assessmentId: string }) {
  const { data: guide } = useProcedure('impact.guide', {})
  const { data: assessment, error } = useProcedure('impact.get', { assessmentId })
  // One that is gone, as after an undo, leads back to the list.
  if (error) return <AssessmentList />
  if (!guide || assessment?.id !== assessmentId) return null
  return <AssessmentWork key={assessmentId} assessment={assessment} guide={guide} />
}
