import { basename, resolve } from 'node:path'
import { localDay } from '../contract/days.ts'
import type { evidenceContract } from '../contract/evidence.ts'
import { unusedAttachments } from '../engagement/attachments.ts'
import type { ModuleContext, ModuleHandlers } from '../engagement/context.ts'
import { database } from '../engagement/database.ts'
import { evidenceCoverage } from '../engagement/evidence-coverage.ts'
import { text } from '../language/text.ts'
import { attach } from './attach.ts'
import { freeSpace, openCopy, piece, preview, saveAs } from './content.ts'
import { evidenceEntry, evidenceFileOf, evidenceFor, listEvidence } from './entries.ts'
import { addRequests, requestProposals } from './requests.ts'
import { beginUpload, continueUpload, dropUploads, uploaded } from './uploads.ts'

const today = ({ now }: ModuleContext) => localDay(now())

export const evidenceRouter: ModuleHandlers<typeof evidenceContract> = {
  list: (context) => listEvidence(context.file, today(context)),
  get: (context, { id }) => evidenceEntry(context.file, id, today(context)),
  of: (context, target) => evidenceFor(context.file, target, today(context)),
  coverage: (context) => evidenceCoverage(context.file, today(context)),
  proposals: (context) => requestProposals(context.file, today(context)),
  addRequests: ({ file, now }, { items, dueDate }) => ({ ids: addRequests(file, items, dueDate, now()) }),
  attach: (context, { paths, ...place }) =>
    attach(
      context,
      paths.map((path) => ({ path: resolve(path), name: basename(path) })),
      place,
    ),
  uploadBegin: async (context, { name, size }) => ({ upload: await beginUpload(context, name, size) }),
  uploadChunk: async (_context, { upload, bytes }) => ({ received: await continueUpload(upload, bytes) }),
  async uploadEnd(context, { uploads, ...place }) {
    try {
      return await attach(context, uploaded(uploads), place)
    } finally {
      await dropUploads(uploads)
    }
  },
  async uploadCancel(_context, { uploads }) {
    await dropUploads(uploads)
    return {}
  },
  detach(context, { id }) {
    const { file } = context
    const { name } = evidenceFileOf(file, id)
    const empty = { sha256: null, fileName: '', mediaType: '', size: null }
    file.write(text('evidence:history.detached', { name }), () =>
      file.run(database.updateTable('evidenceRegister').set(empty).where('id', '=', id)),
    )
    return evidenceEntry(file, id, today(context))
  },
  preview: ({ file }, { id }) => preview(file, id),
  chunk: ({ file }, { id, number }) => ({ bytes: piece(file, id, number) }),
  open: (context, { id }) => openCopy(context, id),
  saveAs: (context, { id, to, overwrite }) => saveAs(context, id, to, overwrite),
  unused({ file }) {
    const files = unusedAttachments(file)
    return { files: files.length, size: files.reduce((sum, { size }) => sum + size, 0) }
  },
  freeSpace,
}
