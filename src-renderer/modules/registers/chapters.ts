import type { TFunction } from 'i18next'
import { type RegisterSummary, registerId } from '../../../src-main/contract/registers/index.ts'
import { useProcedure } from '../../app/calls.ts'
import { useCatalog } from '../../app/catalog.ts'
import { pages, type RegisterPage } from './pages.ts'

interface Chapter {
  id: string
  title: string
  pages: { page: RegisterPage; summary: RegisterSummary | undefined }[]
}

/** How a page is called: a register by its own language file, another page by the registers' one. */
export const pageTitle = (t: TFunction, id: string) =>
  registerId.safeParse(id).success ? t(`register-${id}:title`) : t(`registers:pages.${id}`)

/** Every page under the chapter of the standard that its clause stands in, with its counts. */
export function useChapters(): Chapter[] {
  const { data: summaries = [] } = useProcedure('registers.summaries', {})
  const catalog = useCatalog()
  return [...Map.groupBy(pages, ({ clause }) => clause.split('.')[0] ?? '')].map(([id, ofChapter]) => ({
    id,
    title: catalog?.chapters.find((chapter) => chapter.id === id)?.title ?? '',
    pages: ofChapter.map((page) => ({ page, summary: summaries.find(({ register }) => register === page.id) })),
  }))
}
