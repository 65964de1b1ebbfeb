import type { ReportHead, ReportMaker } from '../documents/frame.ts'
import { text } from '../language/text.ts'

export const systemsReport: ReportMaker = { head, sections: () => [] }

function head(_file: unknown, _options: unknown, today: string): ReportHead {
  return {
    report: 'systems',
    title: text('inventory:report.title'),
    subtitle: text('inventory:report.subtitle'),
    documentId: text('inventory:report.documentId'),
    version: today,
    status: text('documents:state.draft'),
    isReady: false,
    date: today,
  }
}
