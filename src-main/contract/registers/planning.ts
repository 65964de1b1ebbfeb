import { z } from 'zod'
import { day, freeText, pastDay, shortText } from '../procedure.ts'
import { defineRegister } from './definition.ts'

const amount = z.number().nullable()

/** AI objectives and the plans to reach them (clause 6.2, controls A.6.1.2 and A.9.3). */
export const objectives = defineRegister({
  id: 'objectives',
  prefix: 'OB',
  clauses: ['6.2'],
  controls: ['A.6.1.2', 'A.9.3'],
  fields: {
    description: freeText,
    /** Organizational objectives C.2 of Annex C that it serves. */
    topics: z.array(z.string()),
    measure: freeText,
    unit: shortText,
    baseline: amount,
    current: amount,
    target: amount,
    plan: freeText,
    resources: freeText,
    evaluation: freeText,
    state: z.enum(['draft', 'agreed', 'on-track', 'at-risk', 'met', 'dropped']),
    dueDate: day.nullable(),
    reviewDate: day.nullable(),
  },
  columns: ['measure', 'baseline', 'current', 'target', 'state', 'dueDate'],
  due: 'dueDate',
  closedStates: ['met', 'dropped'],
})

/** Changes of the management system that are carried out in a planned manner (clause 6.3). */
export const changes = defineRegister({
  id: 'changes',
  prefix: 'CH',
  clauses: ['6.3'],
  fields: {
    purpose: freeText,
    consequences: freeText,
    integrity: freeText,
    resources: freeText,
    responsibilities: freeText,
    approvedBy: shortText,
    approvedOn: pastDay.nullable(),
    plannedOn: day.nullable(),
    doneOn: pastDay.nullable(),
    state: z.enum(['proposed', 'approved', 'under-way', 'done', 'rejected']),
  },
  columns: ['purpose', 'state', 'approvedBy', 'plannedOn', 'doneOn'],
  due: 'plannedOn',
  closedStates: ['done', 'rejected'],
})
