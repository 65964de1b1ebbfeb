import { useTranslation } from 'react-i18next'
import type { Assessment } from '../../../src-main/contract/impact.ts'
import { useChange } from '../../app/calls.ts'
import { ApproveDialog } from '../../ui/ApproveDialog.tsx'

/** Freezes an assessment as a numbered version, once nothing is missing. */
export function Approve({ assessment, close }: { assessment: Assessment; close: () => void }) {
  const { t } = useTranslation(['impact', 'ui'])
  const approve = useChange('impact.approve', { quiet: true })
  const [first] = assessment.missing
  const unchanged = assessment.changedSince ? null : assessment.latestVersion
  const missing = first && t('cannotApprove', { count: assessment.missing.length, first: first.sentence })
  return (
    <ApproveDialog
      number={(assessment.latestVersion ?? 0) + 1}
      about={t('approveHelp')}
      warning={missing ?? (unchanged === null ? undefined : t('ui:approval.unchanged', { number: unchanged }))}
      isRefused={first !== undefined || unchanged !== null}
      approve={(approval) => approve.mutateAsync({ assessmentId: assessment.id, ...approval })}
      close={close}
    />
  )
}
