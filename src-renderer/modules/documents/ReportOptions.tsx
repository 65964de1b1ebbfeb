import type { Report } from '../../../src-main/contract/documents.ts'
import { AssessmentOptions } from './AssessmentOptions.tsx'
import { ClassificationOptions } from './ClassificationOptions.tsx'
import { EntryOptions } from './EntryOptions.tsx'
import { GapOptions } from './GapOptions.tsx'
import type { OptionsProps } from './options.ts'
import { SoaOptions, StatementOptions } from './VersionOptions.tsx'

/** What a report can be made of, where there is a choice. */
export function ReportOptionsForm({ report, ...props }: OptionsProps & { report: Report }) {
  switch (report) {
    case 'gap':
      return <GapOptions {...props} />
    case 'soa':
      return <SoaOptions {...props} />
    case 'classification':
      return <ClassificationOptions {...props} />
    case 'impact':
    case 'rights':
      return <AssessmentOptions report={report} {...props} />
    case 'incident':
      return <EntryOptions register="incidents" {...props} />
    case 'audit':
      return <EntryOptions register="audits" {...props} />
    case 'review':
      return <EntryOptions register="reviews" {...props} />
    case 'scope':
    case 'policy':
    case 'risk-process':
    case 'treatment-process':
    case 'impact-process':
    case 'audit-programme':
      return <StatementOptions report={report} {...props} />
    default:
      return null
  }
}
