import type { ReportOptions } from '../../contract/documents.ts'
import type { ReportHead } from '../../report/head.ts'
import type { Section } from '../../report/model.ts'
import type { EngagementFile } from '../file.ts'

/**
 * A report, made by the module that its numbers come from. The head is asked for whenever reports are listed, so it reads little;
 * `today` is a calendar day, ISO 8601.
 */
export interface ReportMaker {
  head: (file: EngagementFile, options: ReportOptions, today: string) => ReportHead
  sections: (file: EngagementFile, options: ReportOptions, today: string) => Section[]
}
