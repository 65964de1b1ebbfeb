import type { ReportOptions } from '../../../src-main/contract/documents.ts'

/** What the options of each report work with. */
export interface OptionsProps {
  options: Partial<ReportOptions>
  change: (options: Partial<ReportOptions>) => void
}
