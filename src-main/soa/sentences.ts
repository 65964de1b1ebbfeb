import { text } from '../language/text.ts'

const most = 6

/** Names as a sentence says them: `R-001, R-003 and R-007`; of many the first, and how many more there are. */
export function listed(names: string[], shown = most): string {
  const first = names.length > shown ? [...names.slice(0, shown), text('soa:moreNames', { count: names.length - shown })] : names
  return new Intl.ListFormat('en', { type: 'conjunction' }).format(first).replace(/, and (?=[^,]*$)/, ' and ')
}
