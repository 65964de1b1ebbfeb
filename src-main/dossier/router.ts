import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { localDay } from '../contract/days.ts'
import type { DossierFormat, dossierContract } from '../contract/dossier.ts'
import type { ModuleContext, ModuleHandlers } from '../engagement/context.ts'
import { readEngagement } from '../engagement/queries.ts'
import { text } from '../language/text.ts'
import { readAnswers } from './answers.ts'
import { contentsOf } from './contents.ts'
import { exportDossier } from './export.ts'
import { safeName } from './names.ts'
import { planDossier } from './plan.ts'

const endings: Record<DossierFormat, string> = { zip: '.zip', folder: '', html: '.html' }

/** A name that nothing has yet, beside the engagement. */
function suggest({ file, now, outputFolder }: ModuleContext, format: DossierFormat): { path: string } {
  const { client } = readEngagement(file)
  const fallback = text('dossier:name')
  const name = safeName(text('dossier:fileName', { client, date: localDay(now()) }), fallback)
  const path = (number: number) => join(outputFolder, `${number === 1 ? name : `${name} (${number})`}${endings[format]}`)
  const free = Array.from({ length: 99 }, (_, index) => path(index + 1)).find((candidate) => !existsSync(candidate))
  return { path: free ?? path(now().getTime()) }
}

export const dossierRouter: ModuleHandlers<typeof dossierContract> = {
  contents(context) {
    const plan = planDossier(context)
    return contentsOf(plan, readAnswers(context.file, plan))
  },
  suggest: (context, { format }) => suggest(context, format),
  export: exportDossier,
}
