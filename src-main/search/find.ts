import { z } from 'zod'
import { duties } from '../catalog/duties.ts'
import { assessables } from '../catalog/load.ts'
import type { searchHit } from '../contract/search.ts'
import type { EngagementFile } from '../engagement/file.ts'
import { fromListColumn } from '../engagement/lists.ts'
import { assessmentsWith, decisionsWith, dutyLists, entriesWith, impactsWith, judgementsWith, risksWith, systemsWith } from './queries.ts'

const most = 50
const excerptLength = 90

/**
 * Finds requirements, controls, AI systems, risks, impact assessments, legal duties, entries of registers and what was written about them.
 * Every word has to be there; what is named so stands before what only mentions it.
 */
export function findEverywhere(file: EngagementFile, asked: string): z.input<typeof searchHit>[] {
  const words = asked.toLowerCase().split(/\s+/).filter(Boolean)
  if (words.length === 0) return []
  const hits = [
    ...inCatalog(words),
    ...inSystems(file, words),
    ...inRisks(file, words),
    ...inAssessments(file, words),
    ...inDuties(file, words),
    ...inJudgements(file, words),
    ...inDecisions(file, words),
    ...inRegisters(file, words),
  ]
  return hits
    .sort((a, b) => a.rank - b.rank)
    .slice(0, most)
    .map(({ rank: _, ...hit }) => hit)
}

type Ranked = z.input<typeof searchHit> & { rank: number }

const holdsAll = (text: string, words: string[]) => words.every((word) => text.includes(word))

/** 0 its identifier, 1 the title begins so, 2 the title holds it, 3 another text does. */
function rankOf(id: string, title: string, words: string[]): number {
  const asked = words.join(' ')
  const name = title.toLowerCase()
  if (id.toLowerCase() === asked) return 0
  if (name.startsWith(asked) || id.toLowerCase().startsWith(asked)) return 1
  return holdsAll(`${id.toLowerCase()} ${name}`, words) ? 2 : 3
}

function inCatalog(words: string[]): Ranked[] {
  return [...assessables().values()]
    .filter(({ id, title, asks }) => holdsAll(`${id} ${title} ${asks}`.toLowerCase(), words))
    .map(({ kind, id, title, asks }) => ({ kind, id, title, excerpt: excerpt([asks], words), rank: rankOf(id, title, words) }))
}

function inSystems(file: EngagementFile, words: string[]): Ranked[] {
  return file.all(systemsWith(words, most)).map(({ id, name, ...texts }) => ({
    kind: 'system',
    id,
    title: name,
    excerpt: excerpt(Object.values(texts), words),
    rank: rankOf(id, name, words) + 0.5,
  }))
}

function inRisks(file: EngagementFile, words: string[]): Ranked[] {
  return file.all(risksWith(words, most)).map(({ id, reference, title, ...texts }) => ({
    kind: 'risk',
    id,
    title: `${reference} ${title}`,
    excerpt: excerpt(Object.values(texts), words),
    rank: Math.min(rankOf(reference, title, words), rankOf(id, `${reference} ${title}`, words)) + 0.6,
  }))
}

/** One hit for each impact assessment, whether its own texts hold the words or those of a benefit, harm or measure in it. */
function inAssessments(file: EngagementFile, words: string[]): Ranked[] {
  const own = file.all(assessmentsWith(words, most)).map(({ id, title, name, ...texts }) => ({
    id,
    title,
    texts: [...Object.values(texts), name],
    rank: rankOf(id, `${title} ${name}`, words) + 0.7,
  }))
  const known = new Set(own.map(({ id }) => id))
  const within = file
    .all(impactsWith(words, most))
    .filter(({ id }) => !known.has(id) && known.add(id))
    .map(({ id, title, description, who, more }) => ({ id, title, texts: [description, who, more], rank: 3.7 }))
  return [...own, ...within].map(({ texts, ...hit }) => ({ kind: 'assessment', ...hit, excerpt: excerpt(texts, words) }))
}

/** Duties that bind the organization for one of its systems; the others are texts of the Act and nothing of the engagement. */
function inDuties(file: EngagementFile, words: string[]): Ranked[] {
  const bound = new Set(file.all(dutyLists).flatMap((row) => fromListColumn(z.string(), row.duties)))
  return [...duties().values()]
    .filter(({ id, title, what, articles }) => bound.has(id) && holdsAll(`${articles.join(' ')} ${title} ${what}`.toLowerCase(), words))
    .map(({ id, title, what, articles }) => ({
      kind: 'duty',
      id,
      title: `${articles.join(', ')} ${title}`,
      excerpt: excerpt([what], words),
      rank: rankOf(id, `${articles.join(', ')} ${title}`, words) + 0.8,
    }))
}

const titleOf = (id: string) => assessables().get(id)?.title ?? ''

function inJudgements(file: EngagementFile, words: string[]): Ranked[] {
  return file.all(judgementsWith(words, most)).map(({ itemId, notes, finding, action }) => ({
    kind: 'finding',
    id: itemId,
    title: titleOf(itemId),
    excerpt: excerpt([finding, notes, action], words),
    rank: 4,
  }))
}

function inDecisions(file: EngagementFile, words: string[]): Ranked[] {
  return file.all(decisionsWith(words, most)).map((row) => ({
    kind: 'decision',
    id: row.code,
    title: titleOf(row.code),
    excerpt: excerpt([row.implementation, row.reasonText, row.exclusionJustification, row.evidence], words),
    rank: row.code.toLowerCase() === words.join(' ') ? 0.5 : 5,
  }))
}

function inRegisters(file: EngagementFile, words: string[]): Ranked[] {
  return file.all(entriesWith(words, most)).map(({ register, id, reference, title, texts }) => ({
    kind: 'entry',
    id,
    register,
    title: `${reference} ${title}`,
    excerpt: excerpt([texts], words),
    rank: Math.min(rankOf(reference, title, words), rankOf(id, `${reference} ${title}`, words)) + 0.65,
  }))
}

/** How far before the first match an excerpt begins. */
const before = 30

/** The words around the first match, on one line, whole words as far as there are spaces between them. */
function excerpt(texts: string[], words: string[]): string {
  const [first = ''] = words
  const text = (texts.find((candidate) => candidate.toLowerCase().includes(first)) ?? texts.find(Boolean) ?? '').replace(/\s+/g, ' ').trim()
  const match = Math.max(0, text.toLowerCase().indexOf(first))
  const from = Math.max(0, match - before)
  const to = Math.min(text.length, from + excerptLength)
  const isWord = (at: number) => at > 0 && at < text.length && text[at - 1] !== ' ' && text[at] !== ' '
  const nextWord = text.indexOf(' ', from)
  const start = isWord(from) && nextWord >= 0 && nextWord < match ? nextWord + 1 : from
  const lastWord = text.lastIndexOf(' ', to)
  const end = isWord(to) && lastWord >= match + first.length ? lastWord : to
  return `${start > 0 ? '…' : ''}${text.slice(start, end).trim()}${end < text.length ? '…' : ''}`
}
