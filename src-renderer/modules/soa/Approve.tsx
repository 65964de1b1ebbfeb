import { useTranslation } from 'react-i18next'
import { useChange, useProcedure } from '../../app/calls.ts'
import { ApproveDialog } from '../../ui/ApproveDialog.tsx'

/** Freezes the SoA as a numbered version. */
export function Approve({ close }: { close: () => void }) {
  const { t } = useTranslation(['soa', 'ui'])
  const { data: summary } = useProcedure('soa.summary', {})
  const approve = useChange('soa.approve', { quiet: true })
  const { data: usual } = useProcedure('documents.usualVersion', { report: 'soa' })
  const errors = summary?.errors ?? 0
  const unchanged = usual?.number ?? 0
  const warning = errors > 0 ? t('approveErrors', { count: errors }) : undefined
  return (
    <ApproveDialog
      number={(summary?.latestVersion ?? 0) + 1}
      about={t('approveHelp')}
      warning={unchanged > 0 ? t('ui:approval.unchanged', { number: unchanged }) : warning}
      isRefused={unchanged > 0}
      approve={approve.mutateAsync}
      close={close}
    />
  )
}
