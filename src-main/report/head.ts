/** What the cover and the control table of a report say, and how far it is; without its content. */
export interface ReportHead {
  report: string
  title: string
  subtitle: string
  documentId: string
  version: string
  status: string
  /** The approved version that this is; left out for a draft and where there are no versions. */
  approvedVersion?: number
  /** It can be handed over as it is: complete or approved. */
  isReady: boolean
  /** There is nothing in it yet; said by reports that know it without being asked for their content. */
  isEmpty?: boolean
  /** Calendar day of the document, ISO 8601. */
  date: string
  /** Who approved this version, where it is approved. */
  approver?: string
}
