import { z } from 'zod'
import { day, freeText, pastDay, pastMoment, shortText } from '../procedure.ts'
import { defineRegister } from './definition.ts'

/** Processes that are planned, controlled and shown to run as planned (clause 8.1; life-cycle controls A.6 and A.9). */
export const operations = defineRegister({
  id: 'operations',
  prefix: 'OP',
  clauses: ['8.1', '4.4', '8.2', '8.3', '8.4'],
  controls: ['A.5.2', 'A.6.1.3', 'A.6.2.2', 'A.6.2.3', 'A.6.2.4', 'A.6.2.5', 'A.6.2.6', 'A.6.2.8', 'A.9.2', 'A.9.4'],
  fields: {
    description: freeText,
    criteria: freeText,
    control: freeText,
    stage: z.enum(['planning', 'design', 'development', 'verification', 'deployment', 'operation', 'retirement', 'all']).nullable(),
    external: z.enum(['no', 'yes']),
    frequency: shortText,
    record: freeText,
    lastDoneOn: pastDay.nullable(),
    nextDueOn: day.nullable(),
    state: z.enum(['planned', 'operating', 'not-operating', 'ended']),
  },
  columns: ['description', 'stage', 'frequency', 'state', 'lastDoneOn', 'nextDueOn'],
  due: 'nextDueOn',
  closedStates: ['ended'],
})

/** Subjects that a contract on AI settles between the parties (control A.10.3; AI Act Art. 25). */
export const contractClauses = [
  'responsibilities',
  'intended-use',
  'data-use',
  'transparency',
  'changes',
  'incidents',
  'audit',
  'security',
  'intellectual-property',
  'human-oversight',
  'ai-act-cooperation',
  'exit',
] as const

/** Suppliers of AI systems, models, data and services (controls A.10.2 and A.10.3). */
export const suppliers = defineRegister({
  id: 'suppliers',
  prefix: 'SU',
  clauses: ['8.1'],
  controls: ['A.10.2', 'A.10.3'],
  fields: {
    kind: z.enum(['ai-system', 'model', 'data', 'cloud', 'software', 'service', 'people']).nullable(),
    supplies: freeText,
    contact: shortText,
    criticality: z.enum(['critical', 'high', 'medium', 'low']).nullable(),
    dueDiligence: z.enum(['not-started', 'under-way', 'passed', 'passed-with-conditions', 'failed']),
    dueDiligenceOn: pastDay.nullable(),
    dueDiligenceResult: freeText,
    contract: shortText,
    contractUntil: day.nullable(),
    contractClauses: z.array(z.enum(contractClauses)),
    performance: freeText,
    state: z.enum(['candidate', 'active', 'ended']),
    reviewDate: day.nullable(),
  },
  columns: ['kind', 'criticality', 'dueDiligence', 'contractUntil', 'state', 'reviewDate'],
  due: 'reviewDate',
  closedStates: ['ended'],
})

const yesNo = z.enum(['no', 'yes'])

/** Incidents, near misses, complaints and concerns (controls A.3.3, A.8.3 and A.8.4; AI Act Art. 73). */
export const incidents = defineRegister({
  id: 'incidents',
  prefix: 'IN',
  clauses: ['10.2'],
  controls: ['A.3.3', 'A.8.3', 'A.8.4'],
  fields: {
    kind: z.enum(['incident', 'malfunction', 'near-miss', 'complaint', 'concern']),
    severity: z.enum(['low', 'medium', 'high', 'critical']).nullable(),
    description: freeText,
    reportedBy: shortText,
    occurredAt: pastMoment.nullable(),
    /** From here the clocks of the notification duties run. */
    awareAt: pastMoment.nullable(),
    /** Serious incident as AI Act Art. 3(49) has it, by what it led to. */
    serious: z.enum(['not-judged', 'no', 'death', 'health', 'critical-infrastructure', 'fundamental-rights', 'property-environment']),
    widespread: yesNo,
    personalData: yesNo,
    containment: freeText,
    cause: freeText,
    lessons: freeText,
    state: z.enum(['open', 'investigating', 'contained', 'closed']),
    closedOn: pastDay.nullable(),
  },
  columns: ['kind', 'severity', 'serious', 'awareAt', 'state', 'closedOn'],
  closedStates: ['closed'],
})
