import type { ReportOptions } from '../contract/documents.ts'
import type { AssessmentField } from '../contract/impact.ts'
import type { EngagementFile } from '../engagement/file.ts'
import type { ReportMaker } from '../engagement/reports/maker.ts'
import { text } from '../language/text.ts'
import type { Block, Section } from '../report/model.ts'
import { approvalSection } from './report-approval.ts'
import { headOf, type ReportSource, readSource } from './report-source.ts'
import { impactTable, measureTable, paragraph } from './report-tables.ts'
import { textOf, textsOf } from './report-texts.ts'

/** The fundamental rights impact assessment of AI Act Art. 27, part by part, made from the impact assessment of the system. */
export const rightsReport: ReportMaker = { head: (...given) => headOf('rights', 'rightsReport', ...given), sections }

function sections(file: EngagementFile, options: ReportOptions): Section[] {
  const source = readSource(file, options)
  if (!source) return [{ id: 'none', title: text('impact:rightsReport.sections.system'), blocks: [paragraph(text('impact:report.none'))] }]
  const { assessment } = source
  return [
    section('system', [...owed(source), ...textsOf(assessment, ['intendedUse', 'scope'])]),
    section('processes', [textOf(assessment, 'processes')]),
    section('period', [textOf(assessment, 'period')]),
    section('people', [textOf(assessment, 'affectedGroups')]),
    harms(source),
    section('oversight', [textOf(assessment, 'oversight')]),
    { ...section('complaints', [textOf(assessment, 'complaints'), measureTable('measures', assessment)]), landscape: true },
    section('notification', [paragraph(text('impact:rightsReport.notification')), textOf(assessment, 'notification')]),
    approvalSection(source),
  ]
}

const section = (id: string, blocks: Block[]): Section => ({ id, title: text(`impact:rightsReport.sections.${id}`), blocks })

const parts: AssessmentField[] = ['processes', 'period', 'affectedGroups', 'oversight', 'complaints', 'notification']

/** Whether the Act asks for it, and which parts are still to be written. */
function owed({ assessment, guide }: ReportSource): Block[] {
  const answer = assessment.triageAnswers[guide.rightsQuestion]
  const key = answer === undefined ? 'open' : answer ? 'yes' : 'no'
  const values = new Map<string, unknown>(Object.entries(assessment))
  const open = parts.filter((field) => String(values.get(field) ?? '').trim() === '')
  return [
    {
      kind: 'callout',
      tone: key === 'yes' ? 'info' : 'neutral',
      title: text('impact:rightsReport.owedTitle', { system: assessment.systemName }),
      runs: [{ text: text(`impact:rightsReport.owed.${key}`) }],
    },
    ...(open.length === 0
      ? []
      : [
          {
            kind: 'callout' as const,
            tone: 'fair' as const,
            title: text('impact:rightsReport.openTitle'),
            runs: [{ text: open.map((field) => text(`impact:fields.${field}`)).join('; ') }],
          },
        ]),
  ]
}

function harms({ assessment, guide }: ReportSource): Section {
  return {
    ...section('harms', [paragraph(text('impact:rightsReport.harms')), impactTable('harms', assessment.impacts, 'harm', guide)]),
    landscape: true,
  }
}
