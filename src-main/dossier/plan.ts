import { type Report, type ReportOptions, reportOptions } from '../contract/documents.ts'
import type { ModuleContext } from '../engagement/context.ts'
import { itemNames } from '../engagement/registers/links.ts'
import { text } from '../language/text.ts'
import { safeName, UniqueNames } from './names.ts'
import { dossierOrder } from './order.ts'
import { approvedVersions, type EvidenceRow, emptyReports, readAssessments, readEvidence } from './queries.ts'

/** A document of the dossier: what it is made of, how it is called, and what it is a record of. */
export interface PlannedDocument {
  number: string
  report: Report
  options: ReportOptions
  title: string
  version: number | null
  clauses: readonly string[]
  controls: readonly string[]
  /** Name of its file without the ending. */
  name: string
}

/** A file of evidence: one content, and every entry that it is the file of. */
export interface PlannedEvidence {
  sha256: string
  size: number
  name: string
  entries: EvidenceRow[]
}

export interface DossierPlan {
  documents: PlannedDocument[]
  leftOut: { id: string; title: string }[]
  evidence: PlannedEvidence[]
  withoutFile: EvidenceRow[]
}

type Draft = Omit<PlannedDocument, 'number' | 'name'>

/** Decides what a dossier holds, in the order of the standard. Reads heads and names alone. */
export function planDossier(context: ModuleContext): DossierPlan {
  const withoutRows = emptyReports(context.file)
  const versions = approvedVersions(context.file)
  const titled = dossierOrder.map((place) => {
    const { title, isEmpty = withoutRows.has(place.report) } = context.reportHead(place.report, reportOptions.parse({}))
    return { ...place, title, isEmpty }
  })
  const drafts = titled
    .filter(({ isEmpty }) => !isEmpty)
    .flatMap(({ report, title, clauses, controls }) =>
      variants(context, report, versions).map(({ options, about, version }): Draft => {
        const named = about === '' ? title : text('dossier:titleAbout', { title, about })
        return {
          report,
          options: reportOptions.parse(options),
          title: version === null ? named : text('dossier:titleVersion', { title: named, number: version }),
          version,
          clauses,
          controls,
        }
      }),
    )
  return { documents: numbered(drafts), leftOut: leftOut(titled), ...planEvidence(context) }
}

const leftOut = (titled: { report: Report; title: string; isEmpty: boolean }[]): { id: string; title: string }[] =>
  titled.filter(({ isEmpty }) => isEmpty).map(({ report, title }) => ({ id: report, title }))

interface Variant {
  options: Partial<ReportOptions>
  /** Which entry it is about, where there is one for each. */
  about: string
  version: number | null
}

/** Reports on one entry, by the register of their entries. */
const onEntries = { incident: 'incidents', audit: 'audits', review: 'reviews' } as const
const isOnEntry = (report: Report): report is keyof typeof onEntries => Object.hasOwn(onEntries, report)

/** A report as it stands and each approved version of it; one for each entry or assessment, where it is about one. */
function variants({ file, reportHead }: ModuleContext, report: Report, versions: ReadonlyMap<string, number[]>): Variant[] {
  /** What stands now, unless it is the newest approved version, which is there anyway. */
  const now = (variant: Variant): Variant[] =>
    reportHead(report, reportOptions.parse(variant.options)).approvedVersion === undefined ? [variant] : []
  if (isOnEntry(report))
    return itemNames(file, onEntries[report]).map(({ id, code, title }) => ({
      options: { recordId: id },
      about: `${code} ${title}`.trim(),
      version: null,
    }))
  if (report === 'impact' || report === 'rights')
    return readAssessments(file).flatMap(({ id, title }) => [
      ...now({ options: { assessmentId: id }, about: title, version: null }),
      ...(versions.get(id) ?? []).map((number) => ({
        options: { assessmentId: id, assessmentVersion: number },
        about: title,
        version: number,
      })),
    ])
  const option = report === 'soa' ? 'soaVersion' : 'statementVersion'
  const approved = (versions.get(report) ?? []).map((number) => ({ options: { [option]: number }, about: '', version: number }))
  return [...now({ options: {}, about: '', version: null }), ...approved]
}

function numbered(drafts: Draft[]): PlannedDocument[] {
  const digits = Math.max(2, String(drafts.length).length)
  return drafts.map((draft, index) => {
    const number = String(index + 1).padStart(digits, '0')
    return { ...draft, number, name: safeName(`${number} ${draft.title}`, number).replace(/\.+$/, '') }
  })
}

/** Each content once, whatever number of entries it is the file of. */
function planEvidence({ file }: ModuleContext): Pick<DossierPlan, 'evidence' | 'withoutFile'> {
  const rows = readEvidence(file)
  const names = new UniqueNames()
  const byContent = Map.groupBy(
    rows.filter(({ sha256 }) => sha256 !== null),
    ({ sha256 }) => sha256 ?? '',
  )
  const evidence = [...byContent].map(([sha256, entries]) => {
    const { reference = '', title = '', fileName = '', size } = entries[0] ?? {}
    return { sha256, size: size ?? 0, name: names.take(safeName(`${reference} ${fileName || title}`, reference)), entries }
  })
  return { evidence, withoutFile: rows.filter(({ sha256 }) => sha256 === null) }
}
