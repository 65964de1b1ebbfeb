import { sql } from 'kysely'
import { loadSupplierGuide } from '../../catalog/supplier-guide.ts'
import { FieldbookError } from '../../contract/errors.ts'
import type { EntryOf } from '../../contract/registers/definition.ts'
import { suppliers } from '../../contract/registers/operation.ts'
import { type AnswerFields, answerFields, type NamedSupplier, type SupplierDetails, type SupplierState } from '../../contract/suppliers.ts'
import { database, type Query } from '../../engagement/database.ts'
import type { EngagementFile } from '../../engagement/file.ts'
import { readRegister } from '../../engagement/registers/read.ts'
import { inUse } from '../../engagement/systems-in-use.ts'
import { text } from '../../language/text.ts'

export type Supplier = EntryOf<typeof suppliers>

/** From low to critical. */
const ranks = suppliers.fields.shape.criticality.unwrap().options.toReversed()

const notAnswered: AnswerFields = { answer: 'open', note: '' }

/** Suppliers of high-risk systems that the organization provides (AI Act Art. 25(4)): its classification binds it to report by Art. 73. */
function suppliersOfHighRisk(file: EngagementFile): Set<string> {
  const linked = sql<{ id: string }>`
    SELECT DISTINCT "recordId" AS id FROM "recordLink" JOIN classification ON classification."systemId" = "targetId"
    WHERE "recordKind" = 'suppliers' AND "targetKind" = 'system' AND "riskClass" = 'high-risk'
      AND EXISTS (SELECT 1 FROM json_each(duties) WHERE value = 'incidents')`
  const query: Query<{ id: string }> = { compile: () => linked.compile(database) }
  return new Set(file.all(query).map(({ id }) => id))
}

/** Clauses with whether this supplier's criticality, or a high-risk system, calls for them, and whether the contract settles them (control A.10.3). */
function clausesOf(supplier: Supplier, isOfHighRisk: boolean): SupplierDetails['clauses'] {
  const rank = supplier.criticality === null ? -1 : ranks.indexOf(supplier.criticality)
  return loadSupplierGuide().clauses.map(({ id, from, why, highRisk }) => ({
    id,
    why,
    isSettled: supplier.contractClauses.includes(id),
    isNeeded: rank >= ranks.indexOf(from) || (highRisk === true && isOfHighRisk),
  }))
}

function questionsOf({ kind }: Supplier, answers: ReadonlyMap<string, AnswerFields>): SupplierDetails['questions'] {
  return loadSupplierGuide()
    .questions.filter(({ id, kinds }) => kinds.length === 0 || kind === null || kinds.includes(kind) || answers.has(id))
    .map(({ id, text: asked, help }) => ({ id, text: asked, help, fields: answers.get(id) ?? notAnswered }))
}

/** What an auditor would raise about a supplier that is in use. */
function pointsOf(supplier: Supplier, { clauses, questions }: Pick<SupplierDetails, 'clauses' | 'questions'>, today: string): string[] {
  if (supplier.state === 'ended') return []
  const missing = clauses.filter(({ isNeeded, isSettled }) => isNeeded && !isSettled).length
  const open = questions.filter(({ fields }) => fields.answer === 'open').length
  const refused = questions.filter(({ fields }) => fields.answer === 'no').length
  const { contractUntil, reviewDate, criticality, dueDiligence, state } = supplier
  const isStarted = dueDiligence !== 'not-started'
  const rules: [boolean, string, Record<string, string | number>][] = [
    [contractUntil !== null && contractUntil < today, 'contractEnded', { day: contractUntil ?? '' }],
    [reviewDate !== null && reviewDate < today, 'reviewOverdue', { day: reviewDate ?? '' }],
    [criticality === null, 'noCriticality', {}],
    [missing > 0, 'missingClauses', { count: missing }],
    [state === 'active' && !isStarted, 'noDueDiligence', {}],
    [dueDiligence === 'failed' && state === 'active', 'failedInUse', {}],
    [isStarted && open > 0, 'openQuestions', { count: open }],
    [refused > 0, 'refused', { count: refused }],
  ]
  return rules.flatMap(([applies, key, values]) => (applies ? [text(`suppliers:points.${key}`, values)] : []))
}

function readAnswers(file: EngagementFile): Map<string, Map<string, AnswerFields>> {
  const rows = Map.groupBy(file.all(database.selectFrom('supplierAnswer').selectAll()), ({ supplierId }) => supplierId)
  return new Map([...rows].map(([id, answers]) => [id, new Map(answers.map((row) => [row.question, answerFields.parse(row)]))]))
}

function detailsOf(file: EngagementFile, found: readonly Supplier[], today: string): SupplierDetails[] {
  const [answers, ofHighRisk] = [readAnswers(file), suppliersOfHighRisk(file)]
  return found.map((supplier) => {
    const parts = {
      clauses: clausesOf(supplier, ofHighRisk.has(supplier.id)),
      questions: questionsOf(supplier, answers.get(supplier.id) ?? new Map()),
    }
    return { id: supplier.id, ...parts, points: pointsOf(supplier, parts, today) }
  })
}

/** Clauses, due diligence and open points of every supplier, with its entry. */
export function readAll(file: EngagementFile, today: string): { supplier: Supplier; details: SupplierDetails }[] {
  const found = readRegister(file, 'suppliers')
  const details = detailsOf(file, found, today)
  return found.flatMap((supplier, index) => {
    const ofSupplier = details[index]
    return ofSupplier ? [{ supplier, details: ofSupplier }] : []
  })
}

/** Clauses, due diligence and open points of one supplier; fails with not-found where there is none of this id. */
export function readDetails(file: EngagementFile, id: string, today: string): SupplierDetails {
  const [details] = detailsOf(file, readRegister(file, 'suppliers', [id]), today)
  if (!details) throw new FieldbookError('not-found', { what: id })
  return details
}

export const readStates = (file: EngagementFile, today: string): SupplierState[] =>
  readAll(file, today).map(({ supplier, details: { id, clauses, questions, points } }) => ({
    id,
    missingClauses: clauses
      .filter(({ isNeeded, isSettled }) => isNeeded && !isSettled && supplier.state !== 'ended')
      .map((clause) => clause.id),
    openQuestions: questions.filter(({ fields }) => fields.answer === 'open').length,
    points,
  }))

const folded = (name: string) => name.trim().toLowerCase()

/** Suppliers that the inventory names and the register does not have, by name. */
export function readNamed(file: EngagementFile): NamedSupplier[] {
  const known = new Set(readRegister(file, 'suppliers').map(({ title }) => folded(title)))
  const systems = file.all(
    database
      .selectFrom('aiSystem')
      .select(['id', 'reference', 'name', 'supplier'])
      .where('supplier', '!=', '')
      .where(inUse)
      .orderBy('reference')
      .orderBy('id'),
  )
  const named = systems.filter(({ supplier }) => folded(supplier) !== '' && !known.has(folded(supplier)))
  return [...Map.groupBy(named, ({ supplier }) => folded(supplier)).values()]
    .map((group) => ({
      name: group[0]?.supplier.trim() ?? '',
      systems: group.map(({ id, reference, name }) => ({ id, reference, name })),
    }))
    .sort((a, b) => a.name.localeCompare(b.name))
}
