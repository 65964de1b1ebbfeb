import type { z } from 'zod'
import type { Report, ReportOptions } from '../contract/documents.ts'
import type { Procedure, Procedures } from '../contract/procedure.ts'
import type { ReportHead } from '../report/head.ts'
import type { DocumentModel } from '../report/model.ts'
import type { Progress, Run } from '../task/task.ts'
import type { EngagementFile } from './file.ts'

/** What the SoA's own check finds, for the modules that say how ready it is and what is next. */
export interface SoaStanding {
  controls: number
  /** Rows with an error that an auditor would raise. */
  faulty: number
  errors: number
  /** Where the first error is mended. */
  first: { code: string; field: string } | null
  /** What follows from risks, duties and impact assessments, and is not decided so. */
  proposals: number
  firstProposal: string | null
}

/** What a module's procedure works with. */
export interface ModuleContext {
  file: EngagementFile
  /** Runs a task off the main thread. */
  run: Run
  /** Today and now, for due dates and history. */
  now: () => Date
  progress: Progress
  /** Where a file that is made of the engagement could go: beside it, or elsewhere where nothing can be written there. */
  outputFolder: string
  /** Folder of this process for copies of attachments that another program shows; it is removed when the process ends. */
  copies: string
  /** Title, version and state of a report, without its content. */
  reportHead: (report: Report, options: ReportOptions) => ReportHead
  /** Builds a report's document: the modules make them, and documents writes them. */
  buildReport: (report: Report, options: ReportOptions) => DocumentModel
  /** What the check of the SoA finds today. */
  soaStanding: () => SoaStanding
}

/** One function for each procedure of a module's contract; the door has checked the input, and checks the output. */
export type Handlers<Members extends Procedures, Context> = {
  [Name in keyof Members]: Members[Name] extends Procedure<infer Input, infer Output>
    ? (context: Context, input: z.output<Input>) => z.input<Output> | Promise<z.input<Output>>
    : never
}

export type ModuleHandlers<Members extends Procedures> = Handlers<Members, ModuleContext>
