/** What a reader found in a finished file. */
export interface FoundContent {
  /** All of its text, in reading order. */
  text: string
  /** The cells of each table row; null where the format knows no rows. */
  rows: string[][] | null
}
