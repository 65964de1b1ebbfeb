import { pendingReport } from '../registers/pending.ts'

export const roadmapReport = pendingReport('roadmap')
