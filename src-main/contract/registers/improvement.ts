import { z } from 'zod'
import { day, freeText, pastDay, shortText } from '../procedure.ts'
import { defineRegister } from './definition.ts'

/** Nonconformities from cause to verified effect (clause 10.2). */
export const nonconformities = defineRegister({
  id: 'nonconformities',
  prefix: 'NC',
  clauses: ['10.1', '10.2'],
  fields: {
    source: z
      .enum(['internal-audit', 'external-audit', 'incident', 'management-review', 'monitoring', 'gap-assessment', 'complaint', 'other'])
      .nullable(),
    grade: z.enum(['major', 'minor', 'observation']).nullable(),
    raisedOn: pastDay.nullable(),
    description: freeText,
    objectiveEvidence: freeText,
    correction: freeText,
    consequences: freeText,
    why1: freeText,
    why2: freeText,
    why3: freeText,
    why4: freeText,
    why5: freeText,
    cause: freeText,
    elsewhere: freeText,
    correctiveAction: freeText,
    dueDate: day.nullable(),
    effectiveness: freeText,
    effective: z.enum(['open', 'yes', 'no']),
    verifiedBy: shortText,
    verifiedOn: pastDay.nullable(),
    state: z.enum(['open', 'analysed', 'correcting', 'verifying', 'closed']),
    closedOn: pastDay.nullable(),
  },
  columns: ['source', 'grade', 'raisedOn', 'state', 'dueDate', 'effective'],
  due: 'dueDate',
  closedStates: ['closed'],
})

/** Actions that were given their own entry, whatever they come from. */
export const actions = defineRegister({
  id: 'actions',
  prefix: 'AC',
  clauses: ['6.1.1', '10.1', '10.2'],
  fields: {
    description: freeText,
    priority: z.enum(['low', 'medium', 'high', 'critical']).nullable(),
    dueDate: day.nullable(),
    state: z.enum(['open', 'under-way', 'done', 'dropped']),
    doneOn: pastDay.nullable(),
    result: freeText,
  },
  columns: ['priority', 'dueDate', 'state', 'doneOn'],
  due: 'dueDate',
  closedStates: ['done', 'dropped'],
})

/** Evidence that is kept here, elsewhere, or still to be asked of the client. */
export const evidence = defineRegister({
  id: 'evidence',
  prefix: 'EV',
  clauses: ['7.5.1', '7.5.3', '8.1'],
  controls: ['A.5.3', 'A.5.4', 'A.5.5'],
  fields: {
    kind: z.enum(['file', 'reference', 'interview', 'observation']),
    description: freeText,
    location: shortText,
    state: z.enum(['to-request', 'requested', 'received', 'accepted', 'rejected']),
    requestedFrom: shortText,
    requestedOn: pastDay.nullable(),
    dueDate: day.nullable(),
    receivedOn: pastDay.nullable(),
    validUntil: day.nullable(),
  },
  columns: ['kind', 'state', 'requestedFrom', 'dueDate', 'receivedOn', 'validUntil'],
  due: 'dueDate',
  closedStates: ['received', 'accepted', 'rejected'],
})
