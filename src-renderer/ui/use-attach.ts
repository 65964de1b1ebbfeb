import dayjs from 'dayjs'
import type { TFunction } from 'i18next'
import { useCallback, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type AttachResult, uploadChunkSize } from '../../src-main/contract/evidence.ts'
import type { LinkTarget } from '../../src-main/contract/registers/index.ts'
import { call, type RunningJob, useHandle, useJob } from '../app/calls.ts'

/** What files are attached to: an item, or an entry that has none yet, or nothing yet. */
export interface AttachPlace {
  target?: LinkTarget | null
  entry?: string | null
}

/** What a page has no path of is read and sent in pieces. */
async function base64Of(blob: Blob): Promise<string> {
  const address = await new Promise<string>((resolve, reject) => {
    const reader = new FileReader()
    reader.onload = () => resolve(String(reader.result))
    reader.onerror = () => reject(reader.error)
    reader.readAsDataURL(blob)
  })
  return address.slice(address.indexOf(',') + 1)
}

/** A file from the clipboard is always called the same: the moment tells screenshots apart. */
export const pastedFile = (t: TFunction, file: File): File =>
  /^image\.\w+$/.test(file.name)
    ? new File([file], `${t('evidence:pasted', { moment: dayjs().format('YYYY-MM-DD HH.mm.ss') })}${file.name.slice(5)}`, {
        type: file.type,
      })
    : file

interface Sending {
  handle: string
  signal: AbortSignal
  tell: (bytes: number, name: string) => void
}

/** Sends one file and says how its parts are called together; null where the page cannot read it. */
async function send(file: File, { handle, signal, tell }: Sending): Promise<string | null> {
  const { upload } = await call('evidence.uploadBegin', { name: file.name, size: file.size }, handle)
  for (let at = 0; at < file.size; at += uploadChunkSize) {
    signal.throwIfAborted()
    const bytes = await base64Of(file.slice(at, at + uploadChunkSize)).catch(() => null)
    if (bytes === null) {
      await call('evidence.uploadCancel', { uploads: [upload] }, handle)
      return null
    }
    await call('evidence.uploadChunk', { upload, bytes }, handle)
    tell(Math.min(uploadChunkSize, file.size - at), file.name)
  }
  return upload
}

/** Attaches files, by path or by their bytes: how far it is, what came of it, and a way to stop it. */
export function useAttach({ target = null, entry = null }: AttachPlace) {
  const { t } = useTranslation('evidence')
  const handle = useHandle()
  const byPath = useJob('evidence.attach')
  const sent = useJob('evidence.uploadEnd')
  const [sending, setSending] = useState<RunningJob | null>(null)
  const [result, setResult] = useState<AttachResult | null>(null)
  const [failure, setFailure] = useState<string | null>(null)
  const stop = useRef<AbortController | null>(null)
  const place = useRef({ target, entry })
  place.current = { target, entry }
  useEffect(() => () => stop.current?.abort(), [])

  const attempt = useCallback(async (work: () => Promise<AttachResult>) => {
    setResult(null)
    setFailure(null)
    try {
      setResult(await work())
    } catch (error) {
      setFailure(error instanceof Error ? error.message : String(error))
    }
  }, [])

  const attachPaths = useCallback((paths: string[]) => attempt(() => byPath.start({ paths, ...place.current })), [attempt, byPath.start])
  const attachFiles = useCallback(
    (files: readonly File[]) =>
      attempt(async () => {
        const controller = new AbortController()
        stop.current = controller
        const uploads: string[] = []
        const refused: AttachResult['refused'] = []
        const total = files.reduce((sum, { size }) => sum + size, 0)
        let done = 0
        const tell = (bytes: number, name: string) => {
          done += bytes
          setSending({ progress: done / Math.max(1, total), step: t('steps.send', { name }) })
        }
        try {
          for (const file of files) {
            setSending({ progress: done / Math.max(1, total), step: t('steps.send', { name: file.name }) })
            const upload = await send(file, { handle, signal: controller.signal, tell })
            if (upload === null) refused.push({ name: file.name, sentence: t('unreadable') })
            else uploads.push(upload)
          }
        } catch (error) {
          if (uploads.length > 0) await call('evidence.uploadCancel', { uploads }, handle)
          throw controller.signal.aborted ? new Error(t('stopped')) : error
        } finally {
          stop.current = null
          setSending(null)
        }
        if (uploads.length === 0) return { attached: [], refused }
        const attached = await sent.start({ uploads, ...place.current })
        return { ...attached, refused: [...refused, ...attached.refused] }
      }),
    [attempt, handle, sent.start, t],
  )
  const cancel = useCallback(() => {
    stop.current?.abort()
    byPath.cancel()
    sent.cancel()
  }, [byPath.cancel, sent.cancel])
  return { attachPaths, attachFiles, cancel, running: sending ?? byPath.running ?? sent.running, result, failure }
}
