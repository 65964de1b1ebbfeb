import { z } from 'zod'
import { type CrosswalkGuide, crosswalkGuide } from '../contract/crosswalk.ts'
import { readJson } from './read.ts'

const { articles, olderNumbers, categories, subcategories, isms } = crosswalkGuide.shape
const nist = z.object({ categories, subcategories })

let loaded: CrosswalkGuide | undefined

/** What other laws and frameworks ask, and what of ISO/IEC 42001 answers it, read and checked once. */
export function loadCrosswalk(): CrosswalkGuide {
  loaded ??= {
    articles: articles.parse(readJson('crosswalk', 'ai-act.json')),
    olderNumbers: olderNumbers.parse(readJson('crosswalk', 'older-numbers.json')),
    ...nist.parse(readJson('crosswalk', 'nist.json')),
    isms: isms.parse(readJson('crosswalk', 'iso-27001.json')),
  }
  return loaded
}

/** The article that a citation is part of: Art. 26 for Art. 26(6); null for an annex. */
export const articleOf = (citation: string): string | null => /^Art\. \d+[a-z]?/.exec(citation)?.[0] ?? null
