import type { ReportHead, ReportMaker } from '../documents/frame.ts'
import { text } from '../language/text.ts'

export const impactReport: ReportMaker = { head, sections: () => [] }

function head(_file: unknown, _options: unknown, today: string): ReportHead {
  return {
    report: 'impact',
    title: text('impact:report.title'),
    subtitle: text('impact:report.subtitle'),
    documentId: text('impact:report.documentId'),
    version: today,
    status: text('documents:state.draft'),
    isReady: false,
    date: today,
  }
}
