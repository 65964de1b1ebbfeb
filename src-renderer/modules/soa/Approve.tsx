import { useTranslation } from 'react-i18next'
import { useChange, useProcedure } from '../../app/calls.ts'
import { ApproveDialog } from '../../ui/ApproveDialog.tsx'

/** Freezes the SoA as a numbered version. */
export function Approve({ close }: { close: () => void }) {
  const { t } = useTranslation('soa')
  const { data: summary } = useProcedure('soa.summary', {})
  const approve = useChange('soa.approve', { quiet: true })
  const errors = summary?.errors ?? 0
  return (
    <ApproveDialog
      number={(summary?.latestVersion ?? 0) + 1}
      about={t('approveHelp')}
      warning={errors > 0 ? t('approveErrors', { count: errors }) : undefined}
      approve={approve.mutateAsync}
      close={close}
    />
  )
}
