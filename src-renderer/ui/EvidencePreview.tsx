import { Loader, Text } from '@mantine/core'
import type { PDFDocumentProxy } from 'pdfjs-dist'
import { type ReactNode, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { EvidenceFile } from '../../src-main/contract/evidence.ts'
import { useHandle, useProcedure } from '../app/calls.ts'
import styles from './Evidence.module.css'
import { contentOf } from './evidence-content.ts'
import { openPdf, PdfPage } from './PdfPages.tsx'

/** Pages that are shown; who wants to read on opens the file. */
const mostPages = 20

const pageNumbers = (count: number) => Array.from({ length: count }, (_, index) => index + 1)

/** A look at a file: a picture, the pages of a PDF or the beginning of a text. Nothing in it is ever run. */
export function EvidencePreview({ id, file }: { id: string; file: EvidenceFile }) {
  const { t } = useTranslation('evidence')
  const { data: look, error } = useProcedure('evidence.preview', { id })
  const [content, failed] = useContent(id, look?.kind === 'image' || look?.kind === 'pdf' ? look.chunks : 0, look?.mediaType ?? '')
  const shown = (): ReactNode => {
    if (error) return error.message
    if (failed) return t('preview.failed')
    if (look?.kind === 'text') return <TextBegin text={look.text} isCut={look.isCut} />
    if (look && look.kind !== 'image' && look.kind !== 'pdf') return t(`preview.${look.kind}`)
    if (!look || !content) return <Loader size="sm" role="status" aria-label={t('preview.loading')} />
    return look.kind === 'image' ? <Picture content={content} name={file.name} /> : <Pages content={content} />
  }
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reached by keys
    <section className={styles.preview} aria-label={t('preview.label', { name: file.name })} tabIndex={0}>
      {shown()}
    </section>
  )
}

/** The whole content of a file, once it is there, and whether it could not be had. */
function useContent(id: string, chunks: number, type: string): [Blob | null, boolean] {
  const handle = useHandle()
  const [content, setContent] = useState<Blob | null>(null)
  const [isFailed, setIsFailed] = useState(false)
  useEffect(() => {
    if (chunks === 0) return
    const controller = new AbortController()
    contentOf(id, chunks, type, handle, controller.signal)
      .then((blob) => !controller.signal.aborted && setContent(blob))
      .catch(() => !controller.signal.aborted && setIsFailed(true))
    return () => controller.abort()
  }, [id, chunks, type, handle])
  return [content, isFailed]
}

function TextBegin({ text, isCut }: { text: string; isCut: boolean }) {
  const { t } = useTranslation('evidence')
  return (
    <>
      <pre className={styles.text}>{text}</pre>
      {isCut && (
        <Text size="xs" c="dimmed" mt={8}>
          {t('preview.cut')}
        </Text>
      )}
    </>
  )
}

function Picture({ content, name }: { content: Blob; name: string }) {
  const { t } = useTranslation('evidence')
  const [address, setAddress] = useState<string | null>(null)
  const [isFailed, setIsFailed] = useState(false)
  useEffect(() => {
    const made = URL.createObjectURL(content)
    setAddress(made)
    return () => URL.revokeObjectURL(made)
  }, [content])
  if (isFailed) return t('preview.failed')
  return address === null ? null : <img className={styles.picture} src={address} alt={name} onError={() => setIsFailed(true)} />
}

function Pages({ content }: { content: Blob }) {
  const { t } = useTranslation('evidence')
  const [pdf, setPdf] = useState<PDFDocumentProxy | null>(null)
  const [isFailed, setIsFailed] = useState(false)
  useEffect(() => {
    let isCurrent = true
    content
      .arrayBuffer()
      .then((buffer) => openPdf(new Uint8Array(buffer)))
      .then((opened) => (isCurrent ? setPdf(opened) : opened.loadingTask.destroy()))
      .catch(() => isCurrent && setIsFailed(true))
    return () => {
      isCurrent = false
    }
  }, [content])
  if (isFailed) return t('preview.failed')
  if (!pdf) return <Loader size="sm" role="status" aria-label={t('preview.loading')} />
  const shown = Math.min(pdf.numPages, mostPages)
  return (
    <>
      {pageNumbers(shown).map((number) => (
        <PdfPage key={`${pdf.fingerprints[0]}-${number}`} pdf={pdf} number={number} label={t('preview.page', { number })} />
      ))}
      {shown < pdf.numPages && (
        <Text size="xs" c="dimmed" ta="center">
          {t('preview.pages', { count: pdf.numPages, shown })}
        </Text>
      )}
    </>
  )
}
