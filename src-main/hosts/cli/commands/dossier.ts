import { dossierDocuments, dossierFormat } from '../../../contract/dossier.ts'
import { contract } from '../../../contract/index.ts'
import { limitLines } from '../../../language/limit-lines.ts'
import { text } from '../../../language/text.ts'
import { oneOf } from '../choice.ts'
import { type Command, type Given, Misuse } from '../command.ts'
import { count, fileSize } from '../layout.ts'

/** The formats of `pdf,docx`. */
function documentFormats(given: Given) {
  const words = given.option('documents')
  return words === undefined ? {} : { documents: words.split(',').map((word) => oneOf(dossierDocuments, '--documents', word.trim())) }
}

const mebibyte = 1024 * 1024

function embedding(given: Given) {
  const megabytes = given.option('embed')
  if (megabytes === undefined) return {}
  const size = Number(megabytes)
  if (!(size >= 0 && size <= 20)) throw new Misuse(text('cli:notMegabytes', { name: '--embed', given: megabytes }))
  return { embedUpTo: Math.round(size * mebibyte) }
}

export const dossierCommand: Command = {
  name: 'dossier',
  operands: ['FILE'],
  options: {
    to: { value: 'OUT', required: true },
    format: { value: 'FORMAT' },
    documents: { value: 'FORMATS' },
    embed: { value: 'MB' },
    'without-evidence': {},
    overwrite: {},
  },
  async run(session, given) {
    const to = given.option('to') ?? ''
    const format = oneOf(dossierFormat, '--format', given.option('format') ?? formatOf(to))
    const input = {
      to,
      format,
      overwrite: given.isOn('overwrite'),
      withEvidence: !given.isOn('without-evidence'),
      ...documentFormats(given),
      ...embedding(given),
    }
    await session.open(given.operand('FILE'))
    const written = await session.ask('dossier.export', input, contract.dossier.export.output)
    const { path, size, files, documents, evidence, unanswered, limits } = written
    return {
      output: written,
      lines: [
        text('cli:dossierWritten', { path, size: fileSize(size), files: count(files) }),
        text('cli:dossierHolds', { documents: count(documents.length), evidence: count(evidence.files) }),
        ...unanswered.map(({ id, title }) => text('cli:dossierUnanswered', { id, title })),
        ...limits.flatMap((limited) => [limited.file, ...limitLines(limited)]),
      ],
    }
  },
}

/** The ending of the target names the format; a name without one is a folder. */
const formatOf = (to: string) => (/\.html?$/i.test(to) ? 'html' : /\.zip$/i.test(to) ? 'zip' : 'folder')
