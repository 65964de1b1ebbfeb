import { assessables } from '../catalog/load.ts'
import { FieldbookError } from '../contract/errors.ts'
import type { Coverage, RequestProposal } from '../contract/evidence.ts'
import { evidenceCoverage } from '../engagement/evidence-coverage.ts'
import type { EngagementFile } from '../engagement/file.ts'
import { addEntries } from '../engagement/registers/entries.ts'
import { text } from '../language/text.ts'

const isOpen = ({ accepted, received, asked }: Coverage) => accepted + received + asked === 0

/** One proposal for each requirement and applicable control of the catalog that has no current evidence and is not asked for yet. */
export function requestProposals(file: EngagementFile, today: string): RequestProposal[] {
  const known = assessables()
  return evidenceCoverage(file, today)
    .filter(isOpen)
    .flatMap(({ kind, id }) => {
      const item = known.get(id)
      return item ? [{ kind, id, itemTitle: item.title, ask: item.ask, hints: item.evidence }] : []
    })
}

/** Puts chosen proposals on the list of what is to be asked of the client. */
export function addRequests(
  file: EngagementFile,
  items: readonly Pick<Coverage, 'kind' | 'id'>[],
  dueDate: string | null,
  now: Date,
): string[] {
  const known = assessables()
  const entries = items.map(({ kind, id }) => {
    const item = known.get(id)
    if (!item) throw new FieldbookError('not-found', { what: id })
    const [first = item.title, ...others] = item.evidence
    return {
      fields: {
        title: first.slice(0, 500),
        kind: 'file',
        state: 'to-request',
        description: others.length === 0 ? '' : `${text('evidence:request.or')}\n${others.map((hint) => `• ${hint}`).join('\n')}`,
        requestedFrom: item.ask.map((group) => text(`gap:ask.${group}`)).join(', '),
        dueDate,
      },
      links: [{ kind, id }],
    }
  })
  return addEntries(file, 'evidence', entries, now)
}
