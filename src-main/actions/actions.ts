import { assessables } from '../catalog/load.ts'
import {
  type ActionField,
  type ActionName,
  type ActionRow,
  type ActionSource,
  type ActionState,
  type ActionSummary,
  actionSources,
} from '../contract/actions.ts'
import { addDays } from '../contract/days.ts'
import { linkKind } from '../contract/registers/index.ts'
import type { EngagementFile } from '../engagement/file.ts'
import { itemNames } from '../engagement/registers/links.ts'
import { text } from '../language/text.ts'
import {
  correctiveActions,
  findingActions,
  impactMeasures,
  linksOfActions,
  objectives,
  ownActions,
  roadmapTasks,
  treatments,
} from './queries.ts'

type Found = Omit<ActionRow, 'isOverdue'>

const isOpen = (state: ActionState) => state === 'open' || state === 'under-way'
const firstLine = (words: string) => words.trim().split('\n', 1)[0] ?? ''

/** Every action of the engagement: what is open first, of that what is overdue, then by day. `today` is a calendar day, ISO 8601. */
export function readActions(file: EngagementFile, today: string): ActionRow[] {
  const found = actionSources.flatMap((source) => readers[source](file))
  const place = ({ state, dueDate }: Found) => (isOpen(state) ? (dueDate ?? '9999') : `done ${dueDate ?? ''}`)
  return found
    .map((row) => ({ row, place: place(row) }))
    .sort((a, b) => compare(a.place, b.place) || compare(a.row.reference, b.row.reference) || compare(a.row.id, b.row.id))
    .map(({ row }) => judged(row, today))
}

/** One action; undefined where its source has none of this id. */
export function readAction(file: EngagementFile, { source, id }: ActionName, today: string): ActionRow | undefined {
  const [row] = readers[source](file, id)
  return row && judged(row, today)
}

const judged = (row: Found, today: string): ActionRow => ({
  ...row,
  isOverdue: isOpen(row.state) && row.dueDate !== null && row.dueDate < today,
})

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

/** What each entry of the register of actions is linked with, by its reference. */
function linkedCodes(file: EngagementFile, only?: string): ReadonlyMap<string, string[]> {
  const links = file.all(linksOfActions(only)).flatMap(({ kind, ...link }) => {
    const known = linkKind.safeParse(kind).data
    return known && known !== 'evidence' ? [{ kind: known, ...link }] : []
  })
  const names = new Map(
    [...Map.groupBy(links, ({ kind }) => kind)].flatMap(([kind, ofKind]) =>
      itemNames(file, kind, [...new Set(ofKind.map(({ id }) => id))]).map((item) => [item.id, item.code || item.title] as const),
    ),
  )
  return new Map(
    [...Map.groupBy(links, ({ actionId }) => actionId)].map(([id, ofAction]) => [
      id,
      ofAction.flatMap((link) => names.get(link.id) ?? []).sort(compare),
    ]),
  )
}

function fromRegister(file: EngagementFile, only?: string): Found[] {
  const codes = linkedCodes(file, only)
  return file.all(ownActions(only)).map(({ review, ...row }) => ({
    ...row,
    source: 'actions',
    placeId: row.id,
    origin: review === null ? (codes.get(row.id) ?? []).join(', ') : text('actions:origin.decision', { review }),
    editable: ['owner', 'dueDate', 'state', 'priority'],
  }))
}

const priorityOfGrade = { major: 'high', minor: 'medium', observation: 'low' } as const

function fromNonconformities(file: EngagementFile, only?: string): Found[] {
  return file.all(correctiveActions(only)).map(({ correctiveAction, grade, state, title, ...row }) => ({
    ...row,
    source: 'nonconformity',
    placeId: row.id,
    title: firstLine(correctiveAction) || text('actions:noCorrectiveAction', { title }),
    origin: text('actions:origin.nonconformity', { title }),
    state: state === 'closed' ? 'done' : state === 'correcting' || state === 'verifying' ? 'under-way' : 'open',
    priority: grade === null ? null : priorityOfGrade[grade],
    editable: ['owner', 'dueDate'],
  }))
}

/** A closed round is a record of its day: nothing in it changes any more. */
const fieldsOfFinding = (closedOn: string | null): ActionField[] => (closedOn === null ? ['owner', 'dueDate', 'priority'] : [])

function fromFindings(file: EngagementFile, only?: string): Found[] {
  return file.all(findingActions(only)).map(({ itemId, action, conformity, round, closedOn, ...row }) => ({
    ...row,
    source: 'finding',
    reference: itemId,
    placeId: itemId,
    title: firstLine(action),
    origin: text('actions:origin.finding', { title: assessables().get(itemId)?.title ?? itemId, round }),
    state: conformity === 'conforms' ? 'done' : 'open',
    editable: fieldsOfFinding(closedOn),
  }))
}

const stateOfStatus = { 'not-started': 'open', 'under-way': 'under-way', done: 'done' } as const

function fromRisks(file: EngagementFile, only?: string): Found[] {
  return file
    .all(treatments(only))
    .map(({ id, reference, title, owner, treatment, treatmentPlan, treatmentOwner, treatmentStatus, dueDate }) => ({
      id,
      reference,
      dueDate,
      source: 'risk',
      placeId: id,
      title: firstLine(treatmentPlan) || text('actions:noPlan', { title }),
      origin: text('actions:origin.risk', { title, treatment: text(`risk:treatment.${treatment}`) }),
      // Whoever owns the risk answers for its treatment until somebody else is named.
      owner: treatmentOwner || owner,
      state: stateOfStatus[treatmentStatus],
      priority: null,
      editable: ['owner', 'dueDate', 'state'],
    }))
}

const stateOfMeasure = { planned: 'open', 'under-way': 'under-way', done: 'done' } as const

function fromImpacts(file: EngagementFile, only?: string): Found[] {
  return file.all(impactMeasures(only)).map(({ assessmentId, description, status, systemName, ...row }) => ({
    ...row,
    source: 'impact',
    reference: '',
    placeId: assessmentId,
    title: firstLine(description) || text('actions:noDescription'),
    origin: text('actions:origin.impact', { system: systemName }),
    state: stateOfMeasure[status],
    priority: null,
    editable: ['owner', 'dueDate', 'state'],
  }))
}

const stateOfObjective = {
  draft: 'open',
  agreed: 'open',
  'on-track': 'under-way',
  'at-risk': 'under-way',
  met: 'done',
  dropped: 'dropped',
} as const

function fromObjectives(file: EngagementFile, only?: string): Found[] {
  return file.all(objectives(only)).map(({ state, ...row }) => ({
    ...row,
    source: 'objective',
    placeId: row.id,
    origin: text('actions:origin.objective', { state: text(`register-objectives:state.${state}`) }),
    state: stateOfObjective[state],
    priority: null,
    editable: ['owner', 'dueDate'],
  }))
}

function fromRoadmap(file: EngagementFile, only?: string): Found[] {
  return file.all(roadmapTasks(only)).map(({ id, title, owner, endOn, actualStartOn, actualEndOn }) => ({
    id,
    title,
    owner,
    source: 'roadmap',
    reference: '',
    placeId: id,
    dueDate: endOn,
    origin: text('actions:origin.roadmap'),
    state: actualEndOn !== null ? 'done' : actualStartOn !== null ? 'under-way' : 'open',
    priority: null,
    editable: ['owner', 'dueDate', 'state'],
  }))
}

const readers: Record<ActionSource, (file: EngagementFile, only?: string) => Found[]> = {
  actions: fromRegister,
  nonconformity: fromNonconformities,
  finding: fromFindings,
  risk: fromRisks,
  impact: fromImpacts,
  objective: fromObjectives,
  roadmap: fromRoadmap,
}

/** The figures of a list of actions. `today` is a calendar day, ISO 8601. */
export function summarize(rows: readonly ActionRow[], today: string): ActionSummary {
  const open = rows.filter(({ state }) => isOpen(state))
  const lastDay = addDays(today, 7)
  const overdueOf = (some: readonly ActionRow[]) => some.filter(({ isOverdue }) => isOverdue).length
  return {
    open: open.length,
    overdue: overdueOf(open),
    thisWeek: open.filter(({ dueDate }) => dueDate !== null && dueDate >= today && dueDate <= lastDay).length,
    withoutOwner: open.filter(({ owner }) => owner.trim() === '').length,
    withoutDate: open.filter(({ dueDate }) => dueDate === null).length,
    done: rows.filter(({ state }) => state === 'done').length,
    byOwner: [...Map.groupBy(open, ({ owner }) => owner.trim())]
      .map(([owner, ofOwner]) => ({ owner, open: ofOwner.length, overdue: overdueOf(ofOwner) }))
      .sort((a, b) => b.overdue - a.overdue || b.open - a.open || compare(a.owner, b.owner)),
  }
}
