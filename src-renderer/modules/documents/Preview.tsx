import { Alert, Loader, Text } from '@mantine/core'
import { GlobalWorkerOptions, getDocument, type PDFDocumentProxy } from 'pdfjs-dist'
import workerUrl from 'pdfjs-dist/build/pdf.worker.mjs?url'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Report, ReportOptions } from '../../../src-main/contract/documents.ts'
import { useJob } from '../../app/calls.ts'
import styles from './DocumentsScreen.module.css'

GlobalWorkerOptions.workerSrc = workerUrl

const pageNumbers = (pdf: PDFDocumentProxy) => Array.from({ length: pdf.numPages }, (_, index) => index + 1)
const bytesOf = (base64: string) => Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))

/** The report as it will be handed over, page by page. */
export function Preview({ report, options }: { report: Report; options: Partial<ReportOptions> }) {
  const { t } = useTranslation('documents')
  const { start } = useJob('documents.preview')
  const [pdf, setPdf] = useState<PDFDocumentProxy | null>(null)
  const [failure, setFailure] = useState<string | null>(null)
  const wanted = JSON.stringify(options)
  useEffect(() => {
    let isCurrent = true
    setFailure(null)
    start({ report, options: JSON.parse(wanted) })
      .then(({ pdf: base64 }) => getDocument({ data: bytesOf(base64), isEvalSupported: false }).promise)
      .then((opened) => (isCurrent ? setPdf(opened) : opened.loadingTask.destroy()))
      .catch((error: unknown) => isCurrent && setFailure(error instanceof Error ? error.message : String(error)))
    return () => {
      isCurrent = false
    }
  }, [start, report, wanted])
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reached by keys
    <section className={styles.preview} aria-label={t('preview')} tabIndex={0}>
      {failure && <Alert color="gray">{failure}</Alert>}
      {!pdf && !failure && <Loader size="sm" role="status" aria-label={t('loading')} />}
      {pdf && pageNumbers(pdf).map((number) => <Sheet key={`${pdf.fingerprints[0]}-${number}`} pdf={pdf} number={number} />)}
      {pdf && (
        <Text size="xs" c="dimmed" ta="center">
          {t('pages', { count: pdf.numPages })}
        </Text>
      )}
    </section>
  )
}

/** One page, drawn when it comes into sight. */
function Sheet({ pdf, number }: { pdf: PDFDocumentProxy; number: number }) {
  const { t } = useTranslation('documents')
  const canvas = useRef<HTMLCanvasElement>(null)
  useEffect(() => {
    const target = canvas.current
    if (!target) return
    let isGone = false
    const draw = async () => {
      const page = await pdf.getPage(number)
      if (isGone) return
      const viewport = page.getViewport({ scale: 1.6 })
      target.width = viewport.width
      target.height = viewport.height
      await page.render({ canvas: target, viewport }).promise
    }
    const observer = new IntersectionObserver(
      (entries) => {
        if (!entries.some(({ isIntersecting }) => isIntersecting)) return
        observer.disconnect()
        void draw().catch(() => {})
      },
      { rootMargin: '600px' },
    )
    observer.observe(target)
    return () => {
      isGone = true
      observer.disconnect()
    }
  }, [pdf, number])
  return <canvas ref={canvas} className={styles.sheet} width={952} height={1347} role="img" aria-label={t('page', { number })} />
}
