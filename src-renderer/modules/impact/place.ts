import { useNavigate, useParams } from '@tanstack/react-router'

/** Where in an assessment: the step, and the field or record that gets the focus. */
export interface Place {
  step?: string
  field?: string | undefined
  record?: string | undefined
}

/** Goes to an assessment, or without one to the list of all. */
export function useGoToAssessment() {
  const navigate = useNavigate()
  const { handle } = useParams({ from: '/e/$handle' })
  return (assessment?: string, { step, field, record }: Place = {}) =>
    void navigate({
      to: `/e/${handle}/impacts`,
      search: {
        ...(assessment ? { assessment } : {}),
        ...(step ? { item: step } : {}),
        ...(field ? { field } : {}),
        ...(record ? { id: record } : {}),
      },
      replace: true,
    })
}

/** Of a field of the assessment, or of one of its records. */
export const inputId = (field: string, record = 'assessment') => `impact-${record}-${field}`

const mostFrames = 60

/** Gives an element the focus as soon as it is there: a row that was just added is drawn a moment later. */
export function focusSoon(id: string, frames = mostFrames): void {
  const element = document.getElementById(id)
  if (element) element.focus()
  else if (frames > 0) requestAnimationFrame(() => focusSoon(id, frames - 1))
}
