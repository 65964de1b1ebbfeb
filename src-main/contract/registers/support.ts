import { z } from 'zod'
import { day, freeText, pastDay, shortText } from '../procedure.ts'
import { defineRegister } from './definition.ts'

/** Resources of the management system and of its AI systems (clause 7.1, controls A.4.2 to A.4.6). */
export const resources = defineRegister({
  id: 'resources',
  prefix: 'RE',
  clauses: ['7.1'],
  controls: ['A.4.2', 'A.4.3', 'A.4.4', 'A.4.5', 'A.4.6', 'A.7.2', 'A.7.3', 'A.7.4', 'A.7.5', 'A.7.6'],
  fields: {
    kind: z.enum(['data', 'tooling', 'computing', 'people', 'money', 'information']).nullable(),
    description: freeText,
    stages: z.array(z.enum(['planning', 'design', 'development', 'verification', 'deployment', 'operation', 'retirement'])),
    need: freeText,
    provenance: freeText,
    quality: freeText,
    preparation: freeText,
    available: z.enum(['open', 'yes', 'partly', 'no']),
    provider: shortText,
    reviewDate: day.nullable(),
  },
  columns: ['kind', 'description', 'available', 'provider', 'reviewDate'],
  due: 'reviewDate',
})

/** People whose work bears on AI, what they must be able to do, and what shows it (clause 7.2). */
export const people = defineRegister({
  id: 'people',
  prefix: 'PE',
  clauses: ['7.2'],
  controls: ['A.4.6'],
  fields: {
    kind: z.enum(['employee', 'contractor', 'management', 'group']),
    role: shortText,
    department: shortText,
    competences: freeText,
    evidenceOfCompetence: freeText,
    shortfall: freeText,
    state: z.enum(['active', 'left']),
    reviewDate: day.nullable(),
  },
  columns: ['role', 'department', 'kind', 'state', 'reviewDate'],
  due: 'reviewDate',
  closedStates: ['left'],
})

/** Training and awareness (clauses 7.2 and 7.3); literacy: AI Act Art. 4. */
export const courses = defineRegister({
  id: 'courses',
  prefix: 'TR',
  clauses: ['7.2', '7.3'],
  controls: ['A.4.6'],
  fields: {
    kind: z.enum(['competence', 'awareness', 'literacy']),
    audience: freeText,
    content: freeText,
    method: shortText,
    provider: shortText,
    repeatMonths: z.number().nullable(),
    state: z.enum(['planned', 'offered', 'ended']),
    reviewDate: day.nullable(),
  },
  columns: ['kind', 'audience', 'method', 'repeatMonths', 'state'],
  due: 'reviewDate',
  closedStates: ['ended'],
})

/** What is communicated to whom, when and how (clause 7.4). */
export const communications = defineRegister({
  id: 'communications',
  prefix: 'CM',
  clauses: ['7.4'],
  controls: ['A.8.2', 'A.8.5'],
  fields: {
    direction: z.enum(['internal', 'external']),
    content: freeText,
    audience: freeText,
    occasion: shortText,
    channel: shortText,
    lastOn: pastDay.nullable(),
    nextOn: day.nullable(),
    state: z.enum(['planned', 'running', 'ended']),
  },
  columns: ['direction', 'content', 'audience', 'occasion', 'channel', 'nextOn'],
  due: 'nextOn',
  closedStates: ['ended'],
})

/** Documented information: what the standard requires and what the organization finds necessary (clause 7.5). */
export const information = defineRegister({
  id: 'information',
  prefix: 'DI',
  clauses: ['7.5.1', '7.5.2', '7.5.3'],
  controls: ['A.2.2', 'A.2.3', 'A.2.4', 'A.6.2.7'],
  fields: {
    kind: z.enum(['policy', 'procedure', 'plan', 'record', 'report', 'external']).nullable(),
    mandatory: z.enum(['yes', 'no']),
    version: shortText,
    location: shortText,
    confidentiality: shortText,
    approver: shortText,
    approvedOn: pastDay.nullable(),
    retention: shortText,
    state: z.enum(['missing', 'draft', 'in-review', 'approved', 'withdrawn']),
    reviewDate: day.nullable(),
  },
  columns: ['mandatory', 'kind', 'version', 'state', 'approvedOn', 'reviewDate'],
  due: 'reviewDate',
  closedStates: ['withdrawn'],
})
