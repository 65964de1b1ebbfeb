import { z } from 'zod'
import { day, freeText, pastDay, shortText } from '../procedure.ts'
import { defineRegister } from './definition.ts'

const amount = z.number().nullable()

/** What is monitored and measured (clause 9.1, control A.6.2.6). */
export const measures = defineRegister({
  id: 'measures',
  prefix: 'ME',
  clauses: ['9.1', '10.1'],
  controls: ['A.6.2.6', 'A.7.4'],
  fields: {
    description: freeText,
    method: freeText,
    unit: shortText,
    better: z.enum(['higher', 'lower']),
    target: amount,
    /** A reading below or above these calls for a look. */
    alertBelow: amount,
    alertAbove: amount,
    frequency: z.enum(['daily', 'weekly', 'monthly', 'quarterly', 'half-yearly', 'yearly']).nullable(),
    analysedBy: shortText,
    nextOn: day.nullable(),
    state: z.enum(['active', 'paused', 'ended']),
  },
  columns: ['description', 'target', 'unit', 'frequency', 'state', 'nextOn'],
  due: 'nextOn',
  closedStates: ['paused', 'ended'],
})

/** Audits of the programme, internal and external (clause 9.2). */
export const audits = defineRegister({
  id: 'audits',
  prefix: 'AU',
  clauses: ['9.2.1', '9.2.2'],
  fields: {
    kind: z.enum(['internal', 'supplier', 'stage-1', 'stage-2', 'surveillance']),
    scope: freeText,
    criteria: freeText,
    method: freeText,
    auditor: shortText,
    team: shortText,
    impartiality: freeText,
    plannedOn: day.nullable(),
    heldOn: pastDay.nullable(),
    summary: freeText,
    conclusion: freeText,
    state: z.enum(['planned', 'under-way', 'held', 'reported', 'cancelled']),
  },
  columns: ['kind', 'scope', 'auditor', 'plannedOn', 'heldOn', 'state'],
  due: 'plannedOn',
  closedStates: ['held', 'reported', 'cancelled'],
})

/** Management reviews (clause 9.3). */
export const reviews = defineRegister({
  id: 'reviews',
  prefix: 'MR',
  clauses: ['9.3.1', '9.3.2', '9.3.3'],
  controls: ['A.2.4'],
  fields: {
    plannedOn: day.nullable(),
    heldOn: pastDay.nullable(),
    chair: shortText,
    attendees: freeText,
    minutes: freeText,
    conclusion: freeText,
    state: z.enum(['planned', 'held', 'approved', 'cancelled']),
    approvedBy: shortText,
    approvedOn: pastDay.nullable(),
  },
  columns: ['plannedOn', 'heldOn', 'chair', 'state', 'approvedOn'],
  due: 'plannedOn',
  closedStates: ['held', 'approved', 'cancelled'],
})
