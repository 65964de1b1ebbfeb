import { useLocation, useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useChooseFile } from '../ui/choose-file.tsx'
import { call, showError, useHandle, useJob } from './calls.ts'

/** Writes a copy of the open engagement where it can be changed, and goes on in it at the same place. */
export function useSaveCopy() {
  const { t } = useTranslation('shell')
  const handle = useHandle()
  const navigate = useNavigate()
  const { pathname, searchStr } = useLocation()
  const { chooseSavePath } = useChooseFile()
  const duplicate = useJob('engagement.duplicate')
  const work = async () => {
    const { path: suggested } = await call('engagement.suggestCopy', {}, handle)
    const chosen = await chooseSavePath({
      title: t('readOnly.where'),
      kind: t('file.kind'),
      extensions: ['aims'],
      suggested,
    })
    if (chosen === null) return
    const { path } = await duplicate.start({ path: chosen })
    const opened = await call('engagement.open', { path })
    await navigate({ href: `/e/${opened.handle}/${pathname.split('/').slice(3).join('/')}${searchStr}` })
    await call('engagement.close', {}, handle)
  }
  return { saveCopy: () => void work().catch(showError), isBusy: duplicate.running !== null }
}
