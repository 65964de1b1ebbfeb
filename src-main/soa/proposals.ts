import { FieldbookError } from '../contract/errors.ts'
import type { ControlBasis, Decision, Proposal } from '../contract/soa.ts'
import { database } from '../engagement/database.ts'
import type { EngagementFile } from '../engagement/file.ts'
import { toListColumn } from '../engagement/lists.ts'
import { text } from '../language/text.ts'
import { readBasis } from './basis.ts'
import { readDecisions } from './decisions.ts'
import { lastReasonChanges } from './queries.ts'
import { listed } from './sentences.ts'

type Reason = Decision['reasons'][number]

/** The change that writes proposals has this one name, by which a text that was only ever proposed is known again. */
const label = () => text('soa:history.proposals')

/** Reasons that follow from what calls for a control; a contract is something that only a person knows of. */
function reasonsFor({ risks, duties, assessments }: ControlBasis): Reason[] {
  return [
    ...(risks.length > 0 ? (['risk-treatment'] as const) : []),
    ...(duties.length > 0 ? (['legal'] as const) : []),
    ...(assessments.some(({ byMeasure }) => byMeasure) ? (['impact-assessment'] as const) : []),
  ]
}

const shownSystems = 3

/** Why a control is needed: `Treats; answers Art. 26(2) for Applicant screening.` */
export function sentenceFor({ risks, duties, assessments }: ControlBasis): string {
  const measured = assessments.filter(({ byMeasure }) => byMeasure)
  const parts = [
    ...(risks.length > 0 ? [text('soa:proposal.treats', { risks: listed(risks.map(({ reference }) => reference)) })] : []),
    ...(duties.length > 0 ? [dutiesPart(duties)] : []),
    ...(measured.length > 0
      ? [
          text('soa:proposal.measures', {
            assessments: listed(
              measured.map(({ title }) => title),
              shownSystems,
            ),
          }),
        ]
      : []),
  ]
  const sentence = parts.join('; ')
  return sentence === '' ? '' : `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}.`
}

function dutiesPart(duties: ControlBasis['duties']): string {
  const articles = [...new Set(duties.flatMap((duty) => duty.articles))]
  const systems = [...new Map(duties.flatMap((duty) => duty.systems).map(({ id, name }) => [id, name])).values()]
  const hidden = Math.max(0, ...duties.map(({ moreSystems }) => moreSystems))
  const names = hidden === 0 ? listed(systems, shownSystems) : text('soa:proposal.manySystems', { count: systems.length + hidden })
  return text('soa:proposal.answers', { articles: listed(articles), systems: names })
}

/** What follows for each control where that is not what is decided. Nothing is ever proposed away. */
export function readProposals(file: EngagementFile, basis = readBasis(file), decisions = readDecisions(file, basis)): Proposal[] {
  const proposed = proposedTexts(file)
  return decisions.flatMap((decision) => {
    const found = basis.get(decision.code)
    const proposal = found && proposalFor(decision, found, proposed.has(decision.id))
    return proposal ?? []
  })
}

function proposalFor(decision: Decision, basis: ControlBasis, wasProposed: boolean): Proposal | undefined {
  const { code, title, applicability } = decision
  const wanted = reasonsFor(basis)
  if (wanted.length === 0) return undefined
  const reasons = wanted.filter((reason) => !decision.reasons.includes(reason))
  const sentence = sentenceFor(basis)
  const isOpen = decision.reasonText.trim() === '' || wasProposed
  const writesText = isOpen && decision.reasonText !== sentence
  if (applicability === 'applicable' && reasons.length === 0 && !writesText) return undefined
  return { code, title, applicability, reasons, sentence, writesText }
}

/** Rows whose reason in words was last written by a proposal, and by nobody since. */
function proposedTexts(file: EngagementFile): ReadonlySet<string> {
  const written = file.all(lastReasonChanges).filter((change) => change.label === label() && change.kind !== 'undo')
  return new Set(written.map(({ recordId }) => recordId))
}

/** Writes the chosen proposals as one change: reasons are added, and a text that somebody wrote stays. Says how many rows there are. */
export function acceptProposals(file: EngagementFile, codes: string[]): number {
  const decisions = new Map(readDecisions(file).map((decision) => [decision.code, decision]))
  const proposals = new Map(readProposals(file).map((proposal) => [proposal.code, proposal]))
  const chosen = [...new Set(codes)].map((code) => {
    const decision = decisions.get(code)
    const proposal = proposals.get(code)
    if (!decision || !proposal) throw new FieldbookError('not-found', { what: text('soa:proposal.of', { code }) })
    return { decision, proposal }
  })
  const statement = database
    .updateTable('soaDecision')
    .set({ applicability: 'applicable', reasons: '', reasonText: '' })
    .where('id', '=', '')
  file.write(label(), () =>
    file.runEach(
      statement,
      chosen.map(({ decision, proposal }) => [
        'applicable',
        toListColumn([...decision.reasons, ...proposal.reasons]),
        proposal.writesText ? proposal.sentence : decision.reasonText,
        decision.id,
      ]),
    ),
  )
  return chosen.length
}
