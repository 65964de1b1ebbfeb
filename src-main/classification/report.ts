import type { ReportHead, ReportMaker } from '../documents/frame.ts'
import { text } from '../language/text.ts'

export const classificationReport: ReportMaker = { head, sections: () => [] }

function head(_file: unknown, _options: unknown, today: string): ReportHead {
  return {
    report: 'classification',
    title: text('classification:report.title'),
    subtitle: text('classification:report.subtitle'),
    documentId: text('classification:report.documentId'),
    version: today,
    status: text('documents:state.draft'),
    isReady: false,
    date: today,
  }
}
