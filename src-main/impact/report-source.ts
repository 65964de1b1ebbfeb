import { loadImpactGuide } from '../catalog/impact-guide.ts'
import type { Report, ReportOptions } from '../contract/documents.ts'
import { FieldbookError } from '../contract/errors.ts'
import type { FrozenAssessment, ImpactGuide } from '../contract/impact.ts'
import type { ApprovedVersion } from '../contract/versions.ts'
import type { EngagementFile } from '../engagement/file.ts'
import { text } from '../language/text.ts'
import type { ReportHead } from '../report/head.ts'
import { assessmentRows } from './queries.ts'
import { readVersion, readVersions, usualVersion } from './versions.ts'

/** What a report on one assessment is made from. */
export interface ReportSource {
  file: EngagementFile
  assessment: FrozenAssessment
  guide: ImpactGuide
  /** 0: as it stands. */
  number: number
  /** Newest first, up to the one that is printed. */
  versions: ApprovedVersion[]
}

/** The assessment that a report is on: the one of the options, else the first; undefined where there is none. */
const assessmentOf = (file: EngagementFile, { assessmentId }: ReportOptions) => assessmentId ?? file.first(assessmentRows)?.id

/** Everything that a report on one assessment needs; undefined where there is no assessment. */
export function readSource(file: EngagementFile, options: ReportOptions): ReportSource | undefined {
  const id = assessmentOf(file, options)
  if (id === undefined) return undefined
  const number = options.assessmentVersion ?? usualVersion(file, id)
  return {
    file,
    number,
    assessment: readVersion(file, id, number),
    guide: loadImpactGuide(),
    versions: readVersions(file, id).filter((version) => number === 0 || version.number <= number),
  }
}

/** Title, version and state of a report on one assessment; `words` is its part of the language file. */
export function headOf(
  report: Report,
  words: 'report' | 'rightsReport',
  file: EngagementFile,
  options: ReportOptions,
  today: string,
): ReportHead {
  const id = assessmentOf(file, options)
  const number = options.assessmentVersion ?? (id === undefined ? 0 : usualVersion(file, id))
  const versions = id === undefined ? [] : readVersions(file, id)
  const version = versions.find((candidate) => candidate.number === number)
  if (number > 0 && !version) throw new FieldbookError('not-found', { what: text('impact:version', { number }) })
  const latest = versions[0]?.number
  return {
    report,
    title: text(`impact:${words}.title`),
    subtitle:
      id === undefined ? text(`impact:${words}.subtitle`) : text(`impact:${words}.subtitleOf`, { system: systemOf(file, id, number) }),
    documentId: text(`impact:${words}.documentId`),
    version: version
      ? String(number)
      : latest === undefined
        ? text('impact:report.firstDraft')
        : text('impact:report.draftAfter', { number: latest }),
    status: text(id === undefined ? 'impact:report.noAssessment' : version ? 'documents:state.approved' : 'documents:state.draft'),
    isReady: version !== undefined,
    date: version?.approvedOn ?? today,
    ...(version ? { approver: version.approver, approvedVersion: version.number } : {}),
  }
}

const systemOf = (file: EngagementFile, id: string, number: number) => readVersion(file, id, number).systemName
