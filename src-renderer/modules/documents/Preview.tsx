import { Loader, Text } from '@mantine/core'
import type { PDFDocumentProxy } from 'pdfjs-dist'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Report, ReportOptions } from '../../../src-main/contract/documents.ts'
import { useJob } from '../../app/calls.ts'
import { Notice } from '../../ui/Notice.tsx'
import { openPdf, PdfPage } from '../../ui/PdfPages.tsx'
import styles from './DocumentsScreen.module.css'

const pageNumbers = (pdf: PDFDocumentProxy) => Array.from({ length: pdf.numPages }, (_, index) => index + 1)
const bytesOf = (base64: string) => Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))

/** The report as it will be handed over, page by page. */
export function Preview({ report, options }: { report: Report; options: Partial<ReportOptions> }) {
  const { t } = useTranslation('documents')
  const { start } = useJob('documents.preview')
  const [made, setMade] = useState<{ report: Report; pdf: PDFDocumentProxy } | null>(null)
  const [failure, setFailure] = useState<string | null>(null)
  const wanted = JSON.stringify(options)
  useEffect(() => {
    let isCurrent = true
    setFailure(null)
    start({ report, options: JSON.parse(wanted) })
      .then(({ pdf: base64 }) => openPdf(bytesOf(base64)))
      .then((opened) => (isCurrent ? setMade({ report, pdf: opened }) : opened.loadingTask.destroy()))
      .catch((error: unknown) => isCurrent && setFailure(error instanceof Error ? error.message : String(error)))
    return () => {
      isCurrent = false
    }
  }, [start, report, wanted])
  // Pages of another report would stand under the name of this one.
  const pdf = made?.report === report ? made.pdf : null
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reached by keys
    <section className={styles.preview} aria-label={t('preview')} tabIndex={0}>
      {failure && <Notice tone="poor">{failure}</Notice>}
      {!pdf && !failure && <Loader size="sm" role="status" aria-label={t('loading')} />}
      {pdf &&
        pageNumbers(pdf).map((number) => (
          <PdfPage key={`${pdf.fingerprints[0]}-${number}`} pdf={pdf} number={number} label={t('page', { number })} />
        ))}
      {pdf && (
        <Text size="xs" c="dimmed" ta="center">
          {t('pages', { count: pdf.numPages })}
        </Text>
      )}
    </section>
  )
}
