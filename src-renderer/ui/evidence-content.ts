import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { EvidenceFile } from '../../src-main/contract/evidence.ts'
import { call, useHandle, useJob } from '../app/calls.ts'
import { desktop } from '../app/host.ts'
import { useChooseFile } from './choose-file.tsx'

const bytesOf = (base64: string) => Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))

/** The content of a file, fetched in pieces. */
export async function contentOf(id: string, chunks: number, type: string, handle: string, signal?: AbortSignal): Promise<Blob> {
  const parts: Blob[] = []
  for (let number = 0; number < chunks; number += 1) {
    signal?.throwIfAborted()
    parts.push(new Blob([bytesOf((await call('evidence.chunk', { id, number }, handle)).bytes)]))
  }
  return new Blob(parts, { type })
}

/** A browser keeps what it is given as a download, under the safe name, and shows nothing of it in this page. */
function download(blob: Blob, name: string): void {
  const address = URL.createObjectURL(blob)
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}

const folderOf = (path: string) => path.replace(/[^/\\]*$/, '')
let lastFolder = ''

/** Opens the file of an entry in the way that the host has, and saves it to a path; says what came of it. */
export function useFileActions(id: string, file: EvidenceFile) {
  const { t } = useTranslation('evidence')
  const handle = useHandle()
  const { chooseSavePath } = useChooseFile()
  const opening = useJob('evidence.open')
  const saving = useJob('evidence.saveAs')
  const [said, setSaid] = useState<{ tone: 'good' | 'poor'; words: string } | null>(null)
  const attempt = async (work: () => Promise<string | null>) => {
    setSaid(null)
    try {
      const words = await work()
      if (words !== null) setSaid({ tone: 'good', words })
    } catch (error) {
      setSaid({ tone: 'poor', words: error instanceof Error ? error.message : String(error) })
    }
  }
  const open = () =>
    attempt(async () => {
      const bridge = desktop()
      if (bridge) {
        await bridge.openFile((await opening.start({ id })).path)
        return t('opened')
      }
      const { chunks } = await call('evidence.preview', { id }, handle)
      download(await contentOf(id, chunks, 'application/octet-stream', handle), file.name)
      return null
    })
  const saveAs = () =>
    attempt(async () => {
      const to = await chooseSavePath({ title: t('saveTitle'), kind: t('anyFile'), extensions: [], suggested: `${lastFolder}${file.name}` })
      if (to === null) return null
      lastFolder = folderOf(to)
      const { path } = await saving.start({ id, to, overwrite: desktop() !== undefined })
      return t('saved', { path })
    })
  return { open, saveAs, said, running: opening.running ?? saving.running, cancel: () => (opening.running ? opening : saving).cancel() }
}
