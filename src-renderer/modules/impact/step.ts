import type { Assessment, ImpactGuide } from '../../../src-main/contract/impact.ts'
import type { Place } from './place.ts'

/** A step of the assessment, as the content has it. */
export type Step = ImpactGuide['steps'][number]

/** What every page of a step is given. */
export interface StepProps {
  assessment: Assessment
  guide: ImpactGuide
  step: Step
  go: (place: Place) => void
}
