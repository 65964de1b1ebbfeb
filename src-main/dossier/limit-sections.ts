import type { LimitedFile } from '../contract/dossier.ts'
import { limitLines } from '../language/limit-lines.ts'
import { text } from '../language/text.ts'
import type { Section } from '../report/model.ts'

/** What the files of a dossier cannot print as it was written, file by file; no section where everything is printed. */
export function limitSections(limits: LimitedFile[]): Section[] {
  if (limits.length === 0) return []
  return [
    {
      id: 'limits',
      title: text('dossier:index.sections.limits'),
      blocks: [
        { kind: 'paragraph', runs: [{ text: text('dossier:index.limitsHelp') }] },
        ...limits.map((limited) => ({
          kind: 'details' as const,
          id: limited.file,
          title: limited.file,
          items: [{ label: text('dossier:index.limits'), text: limitLines(limited).join('\n') }],
        })),
      ],
    },
  ]
}
