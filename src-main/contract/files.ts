import { z } from 'zod'
import { filePath, moment, ofApplication } from './procedure.ts'

export const filesContract = {
  list: ofApplication.query(
    'Folders and files of a folder, for choosing one where the host has no dialog of its own',
    z.object({ folder: filePath.optional(), extensions: z.array(z.string()).default([]) }),
    z.object({
      folder: z.string(),
      parent: z.string().nullable(),
      home: z.string(),
      entries: z.array(z.object({ name: z.string(), path: z.string(), folder: z.boolean(), size: z.number(), changedAt: moment })),
    }),
  ),
}
