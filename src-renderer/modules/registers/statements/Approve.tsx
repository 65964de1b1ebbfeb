import { useTranslation } from 'react-i18next'
import type { Statement } from '../../../../src-main/contract/statements.ts'
import { useChange } from '../../../app/calls.ts'
import { flushAll } from '../../../app/save-state.ts'
import { ApproveDialog } from '../../../ui/ApproveDialog.tsx'

/** Freezes a statement as a numbered version, once nothing is missing. */
export function Approve({ statement: { kind, points, latestVersion, isChanged }, close }: { statement: Statement; close: () => void }) {
  const { t } = useTranslation(['statements', 'ui'])
  const approve = useChange('statements.approve', { quiet: true })
  const [first] = points
  const unchanged = isChanged ? null : latestVersion
  const missing = first && t('cannotApprove', { count: points.length, first: first.sentence })
  return (
    <ApproveDialog
      number={(latestVersion ?? 0) + 1}
      about={t('approveHelp')}
      warning={missing ?? (unchanged === null ? undefined : t('ui:approval.unchanged', { number: unchanged }))}
      isRefused={first !== undefined || unchanged !== null}
      approve={async (approval) => {
        // What was typed a moment ago belongs to the version.
        await flushAll()
        return approve.mutateAsync({ kind, ...approval })
      }}
      close={close}
    />
  )
}
