import { loadImpactGuide } from '../catalog/impact-guide.ts'
import { localDay } from '../contract/days.ts'
import type { impactContract } from '../contract/impact.ts'
import type { Handlers, ModuleContext, ModuleHandlers } from '../engagement/context.ts'
import { answerTriage, readAssessment, readRows, remove, start, update } from './assessments.ts'
import {
  addFailureMode,
  addImpact,
  addMeasure,
  removeFailureMode,
  removeImpact,
  removeMeasure,
  updateFailureMode,
  updateImpact,
  updateMeasure,
} from './parts.ts'
import { approve, difference, readVersion, readVersions } from './versions.ts'

type OfApplication = 'guide'

export const impactGuideRouter: Handlers<Pick<typeof impactContract, OfApplication>, unknown> = {
  guide: () => loadImpactGuide(),
}

const today = ({ now }: ModuleContext) => localDay(now())
const read = (context: ModuleContext, assessmentId: string) => readAssessment(context.file, assessmentId, today(context))

export const impactRouter: ModuleHandlers<Omit<typeof impactContract, OfApplication>> = {
  list: (context) => readRows(context.file, today(context)),
  get: (context, { assessmentId }) => read(context, assessmentId),
  start: (context, { systemId, title }) => read(context, start(context.file, systemId, title, context.now())),
  update(context, { assessmentId, fields }) {
    update(context.file, assessmentId, fields)
    return read(context, assessmentId)
  },
  answerTriage(context, { assessmentId, question, value }) {
    answerTriage(context.file, assessmentId, question, value)
    return read(context, assessmentId)
  },
  remove({ file }, { assessmentId }) {
    remove(file, assessmentId)
    return {}
  },
  addImpact(context, { assessmentId, fields }) {
    addImpact(context.file, assessmentId, fields, context.now())
    return read(context, assessmentId)
  },
  updateImpact: (context, { id, fields }) => read(context, updateImpact(context.file, id, fields)),
  removeImpact: (context, { id }) => read(context, removeImpact(context.file, id)),
  addFailureMode(context, { assessmentId, fields }) {
    addFailureMode(context.file, assessmentId, fields, context.now())
    return read(context, assessmentId)
  },
  updateFailureMode: (context, { id, fields }) => read(context, updateFailureMode(context.file, id, fields)),
  removeFailureMode: (context, { id }) => read(context, removeFailureMode(context.file, id)),
  addMeasure(context, { assessmentId, fields }) {
    addMeasure(context.file, assessmentId, fields, context.now())
    return read(context, assessmentId)
  },
  updateMeasure: (context, { id, fields }) => read(context, updateMeasure(context.file, id, fields)),
  removeMeasure: (context, { id }) => read(context, removeMeasure(context.file, id)),
  approve: ({ file, now }, { assessmentId, ...approval }) => approve(file, assessmentId, approval, now()),
  versions: ({ file }, { assessmentId }) => readVersions(file, assessmentId),
  version: ({ file }, { assessmentId, number }) => readVersion(file, assessmentId, number),
  difference: ({ file }, { assessmentId, from, to }) => difference(file, assessmentId, from, to),
}
