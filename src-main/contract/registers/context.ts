import { z } from 'zod'
import { day, freeText, shortText } from '../procedure.ts'
import { defineRegister } from './definition.ts'

/** Internal and external issues (clause 4.1). */
export const issues = defineRegister({
  id: 'issues',
  prefix: 'CI',
  clauses: ['4.1', '6.1.1'],
  fields: {
    kind: z.enum(['internal', 'external']),
    topic: z.enum(['law', 'technology', 'market', 'society', 'culture', 'organization', 'knowledge', 'supply', 'environment']).nullable(),
    description: freeText,
    effect: freeText,
    relevance: z.enum(['high', 'medium', 'low']).nullable(),
    response: freeText,
    state: z.enum(['open', 'watched', 'closed']),
    reviewDate: day.nullable(),
  },
  columns: ['kind', 'topic', 'effect', 'relevance', 'state', 'reviewDate'],
  due: 'reviewDate',
  closedStates: ['closed'],
})

/** Interested parties and what they require (clause 4.2). */
export const parties = defineRegister({
  id: 'parties',
  prefix: 'IP',
  clauses: ['4.2'],
  controls: ['A.8.5', 'A.10.4'],
  fields: {
    kind: z.enum(['customer', 'user', 'affected', 'employee', 'regulator', 'supplier', 'partner', 'shareholder', 'society']).nullable(),
    needs: freeText,
    obligation: z.enum(['legal', 'contractual', 'voluntary']).nullable(),
    basis: shortText,
    addressed: z.enum(['open', 'yes', 'partly', 'no']),
    how: freeText,
    reviewDate: day.nullable(),
  },
  columns: ['kind', 'needs', 'obligation', 'basis', 'addressed', 'reviewDate'],
  due: 'reviewDate',
})
