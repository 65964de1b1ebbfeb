import { GlobalWorkerOptions, getDocument, type PDFDocumentProxy } from 'pdfjs-dist'
import workerUrl from 'pdfjs-dist/build/pdf.worker.mjs?url'
import { useEffect, useRef } from 'react'
import styles from './PdfPages.module.css'

GlobalWorkerOptions.workerSrc = workerUrl

/** Opens a PDF for looking at. What it holds of scripts is never run. */
export const openPdf = (data: Uint8Array): Promise<PDFDocumentProxy> => getDocument({ data, isEvalSupported: false }).promise

/** One page, drawn when it comes into sight. */
export function PdfPage({ pdf, number, label }: { pdf: PDFDocumentProxy; number: number; label: string }) {
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
  return <canvas ref={canvas} className={styles.sheet} width={952} height={1347} role="img" aria-label={label} />
}
