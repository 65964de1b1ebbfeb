import type { Report } from '../contract/documents.ts'
import type { ReportMaker } from '../documents/frame.ts'
import { text } from '../language/text.ts'

/** A report that is still to be written. */
export const pendingReport = (report: Report): ReportMaker => ({
  head: (_file, _options, today) => ({
    report,
    title: report,
    subtitle: report,
    documentId: report,
    version: today,
    status: text('documents:state.draft'),
    isReady: false,
    date: today,
  }),
  sections: () => [{ id: 'pending', title: report, blocks: [{ kind: 'paragraph', runs: [{ text: report }] }] }],
})
