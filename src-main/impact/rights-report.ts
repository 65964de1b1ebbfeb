import type { ReportHead, ReportMaker } from '../documents/frame.ts'
import { text } from '../language/text.ts'

export const rightsReport: ReportMaker = { head, sections: () => [] }

function head(_file: unknown, _options: unknown, today: string): ReportHead {
  return {
    report: 'rights',
    title: text('impact:rightsReport.title'),
    subtitle: text('impact:rightsReport.subtitle'),
    documentId: text('impact:rightsReport.documentId'),
    version: today,
    status: text('documents:state.draft'),
    isReady: false,
    date: today,
  }
}
