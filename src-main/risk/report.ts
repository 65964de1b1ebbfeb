import type { ReportHead, ReportMaker } from '../documents/frame.ts'
import { text } from '../language/text.ts'

export const riskReport: ReportMaker = { head, sections: () => [] }

function head(_file: unknown, _options: unknown, today: string): ReportHead {
  return {
    report: 'risks',
    title: text('risk:report.title'),
    subtitle: text('risk:report.subtitle'),
    documentId: text('risk:report.documentId'),
    version: today,
    status: text('documents:state.draft'),
    isReady: false,
    date: today,
  }
}
