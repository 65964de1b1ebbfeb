import { z } from 'zod'
import { day, freeText, pastDay, shortText } from '../procedure.ts'
import { defineRegister } from './definition.ts'

/** What top management commits to, and how it shows (clause 5.1). */
export const commitments = defineRegister({
  id: 'commitments',
  prefix: 'LC',
  clauses: ['5.1'],
  fields: {
    topic: z.enum(['policy', 'integration', 'resources', 'importance', 'results', 'people', 'improvement', 'roles']).nullable(),
    commitment: freeText,
    shownBy: freeText,
    shownOn: pastDay.nullable(),
    state: z.enum(['planned', 'shown', 'lapsed']),
    reviewDate: day.nullable(),
  },
  columns: ['topic', 'commitment', 'state', 'shownOn', 'reviewDate'],
  due: 'reviewDate',
})

/** Roles, responsibilities and authorities (clause 5.3, control A.3.2). */
export const roles = defineRegister({
  id: 'roles',
  prefix: 'RO',
  clauses: ['5.3'],
  controls: ['A.3.2', 'A.10.2'],
  fields: {
    kind: z
      .enum(['top-management', 'management-system', 'ai-owner', 'development', 'data', 'oversight', 'legal', 'audit', 'supplier'])
      .nullable(),
    holder: shortText,
    deputy: shortText,
    responsibilities: freeText,
    authorities: freeText,
    appointedBy: shortText,
    appointedOn: day.nullable(),
    state: z.enum(['proposed', 'appointed', 'ended']),
    reviewDate: day.nullable(),
  },
  columns: ['kind', 'holder', 'deputy', 'state', 'appointedOn', 'reviewDate'],
  due: 'reviewDate',
  closedStates: ['ended'],
})
