import type { DossierContents } from '../contract/dossier.ts'
import { text } from '../language/text.ts'
import type { Block, Cell, Column, Section, Table } from '../report/model.ts'
import { type Answer, isUnanswered } from './answers.ts'
import type { DossierPlan, PlannedDocument, PlannedEvidence } from './plan.ts'

/** Where the index leads to, in this kind of dossier. */
export interface Targets {
  document: (document: PlannedDocument) => string
  evidence: (evidence: PlannedEvidence) => string
  /** Names of the files of a document; empty where it is a part of the same file. */
  filesOf: (document: PlannedDocument) => string[]
}

/** More lines than this make a cell that nobody reads; the registers' documents hold them all. */
const mostLines = 40

const column = (id: string, width: number, align: Column['align'] = 'left'): Column => ({
  id,
  title: text(`dossier:index.columns.${id}`),
  width,
  align,
})

/** The index of a dossier: what answers each clause and control, what the documents and files are, and what is missing. */
export function indexSections(plan: DossierPlan, answers: Answer[], contents: DossierContents, targets: Targets): Section[] {
  return [
    summary(answers, contents),
    answersSection('clauses', answers, targets),
    answersSection('controls', answers, targets),
    documents(plan, targets),
    evidence(plan, targets),
    missing(plan),
  ]
}

function summary(answers: Answer[], { documents: held, evidence: files, unanswered }: DossierContents): Section {
  const share = (kind: Answer['kind']) => {
    const wanted = answers.filter((answer) => answer.kind === kind && !answer.isExcluded)
    const answered = wanted.filter((answer) => !isUnanswered(answer)).length
    return {
      value: text('dossier:index.ofAll', { part: answered, all: wanted.length }),
      tone: answered === wanted.length ? ('good' as const) : ('fair' as const),
    }
  }
  const blocks: Block[] = [
    {
      kind: 'figures',
      items: [
        { value: String(held.length), label: text('dossier:index.figures.documents') },
        { value: String(files.files), label: text('dossier:index.figures.evidence') },
        { ...share('clause'), label: text('dossier:index.figures.clauses') },
        { ...share('control'), label: text('dossier:index.figures.controls') },
      ],
    },
    { kind: 'paragraph', runs: [{ text: text('dossier:index.about') }] },
  ]
  if (unanswered.length > 0)
    blocks.push(
      {
        kind: 'callout',
        tone: 'poor',
        title: text('dossier:index.unanswered', { count: unanswered.length }),
        runs: [{ text: text('dossier:index.unansweredHelp') }],
      },
      // A callout is never divided by the foot of a page; a list may be.
      { kind: 'list', items: unanswered.map(({ id, title }) => [{ text: `${id} ${title}` }]) },
    )
  return { id: 'summary', title: text('dossier:index.sections.summary'), blocks }
}

function shortened(lines: string[]): string {
  if (lines.length <= mostLines) return lines.join('\n')
  return [...lines.slice(0, mostLines), text('dossier:index.more', { count: lines.length - mostLines })].join('\n')
}

const lineOf = ({ number, title }: PlannedDocument) => `${number} ${title}`

function answersSection(kind: 'clauses' | 'controls', answers: Answer[], targets: Targets): Section {
  const shown = answers.filter((answer) => answer.kind === (kind === 'clauses' ? 'clause' : 'control'))
  const table: Table = {
    kind: 'table',
    id: kind,
    title: text(`dossier:index.sections.${kind}`),
    columns: [
      column(kind === 'clauses' ? 'clause' : 'control', 20),
      ...(kind === 'clauses' ? [column('requirements', 20)] : []),
      column('documents', 22),
      column('entries', 22),
      column('evidence', 22),
    ],
    rows: shown.map((answer) => ({ id: answer.id, cells: answerCells(answer, targets) })),
    empty: text('dossier:index.noRows'),
  }
  return { id: kind, title: table.title, landscape: true, blocks: [table] }
}

function answerCells(answer: Answer, targets: Targets): Cell[] {
  const { id, title, kind, requirements, documents: held, entries, files, elsewhere, isExcluded } = answer
  const state: Cell = isExcluded
    ? { text: text('dossier:index.excluded'), tone: 'neutral' }
    : { text: text('dossier:index.nothing'), tone: 'poor' }
  return [
    { text: `${id} ${title}`, strong: true },
    ...(kind === 'clause' ? [{ text: requirements.map((requirement) => `${requirement.id} ${requirement.title}`).join('\n') }] : []),
    held.length > 0
      ? { text: held.map(lineOf).join('\n'), links: held.map((document) => ({ line: lineOf(document), to: targets.document(document) })) }
      : isExcluded || isUnanswered(answer)
        ? state
        : { text: '' },
    { text: shortened(entries) },
    {
      text: shortened([...files.map(({ name }) => name), ...elsewhere]),
      links: files.slice(0, mostLines).map((file) => ({ line: file.name, to: targets.evidence(file) })),
    },
  ]
}

function documents({ documents: held, leftOut }: DossierPlan, targets: Targets): Section {
  const inOneFile = held.every((document) => targets.filesOf(document).length === 0)
  const table: Table = {
    kind: 'table',
    id: 'documents',
    title: text('dossier:index.sections.documents'),
    columns: [column('number', 8), column('title', 40), column('answers', 22), ...(inOneFile ? [] : [column('files', 30)])],
    rows: held.map((document) => ({
      id: document.number,
      cells: [
        { text: document.number, strong: true },
        { text: document.title, links: [{ line: document.title, to: targets.document(document) }] },
        { text: [...document.clauses, ...document.controls].join(', ') },
        ...(inOneFile ? [] : [{ text: targets.filesOf(document).join('\n') }]),
      ],
    })),
    empty: text('dossier:index.noDocuments'),
  }
  const left: Block = {
    kind: 'details',
    id: 'left-out',
    title: text('dossier:index.leftOut'),
    items: [{ label: text('dossier:index.leftOutLabel'), text: leftOut.map(({ title }) => title).join('\n') }],
  }
  return { id: 'documents', title: table.title, blocks: [table, ...(leftOut.length > 0 ? [left] : [])] }
}

/** The hash fits on one line: to divide a word takes the layout of a PDF longer than all the rest. */
function evidence({ evidence: files }: DossierPlan, targets: Targets): Section {
  const table: Table = {
    kind: 'table',
    id: 'evidence',
    title: text('dossier:index.sections.evidence'),
    columns: [column('file', 24), column('usedBy', 24), column('size', 8, 'right'), column('sha256', 44)],
    rows: files.map((file) => ({
      id: file.sha256,
      cells: [
        { text: file.name, links: [{ line: file.name, to: targets.evidence(file) }] },
        { text: file.entries.map(({ reference, title }) => `${reference} ${title}`).join('\n') },
        { text: String(file.size), number: file.size },
        { text: file.sha256 },
      ],
    })),
    empty: text('dossier:index.noEvidence'),
  }
  return { id: 'evidence', title: table.title, landscape: true, blocks: [table] }
}

function missing({ withoutFile }: DossierPlan): Section {
  const table: Table = {
    kind: 'table',
    id: 'without-file',
    title: text('dossier:index.sections.withoutFile'),
    columns: [column('reference', 14), column('title', 46), column('location', 40)],
    rows: withoutFile.map(({ id, reference, title, location }) => ({
      id,
      cells: [{ text: reference, strong: true }, { text: title }, { text: location }],
    })),
    empty: text('dossier:index.allWithFile'),
  }
  return { id: 'without-file', title: table.title, blocks: [table] }
}
