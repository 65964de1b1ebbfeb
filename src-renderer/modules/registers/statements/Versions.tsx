import { useTranslation } from 'react-i18next'
import type { StatementKind } from '../../../../src-main/contract/statements.ts'
import { useProcedure } from '../../../app/calls.ts'
import { type Compared, DifferenceTable, VersionsDialog } from '../../../ui/VersionsDialog.tsx'

/** The approved versions of a statement, and what changed between any two of them or the statement as it stands. */
export function Versions({ kind, close }: { kind: StatementKind; close: () => void }) {
  const { t } = useTranslation('statements')
  const { data: versions, isFetching } = useProcedure('statements.versions', { kind })
  return (
    <VersionsDialog versions={versions} isAsked={isFetching} none={t('noVersionHelp')} close={close}>
      {(compared) => <Difference kind={kind} {...compared} />}
    </VersionsDialog>
  )
}

function Difference({ kind, ...compared }: { kind: StatementKind } & Compared) {
  const { t } = useTranslation(['statements', 'inventory'])
  const { data } = useProcedure('statements.difference', { kind, ...compared })
  if (!data) return null
  return (
    <DifferenceTable
      difference={data}
      recordTitle={t('section')}
      recordWidth={180}
      fieldName={(field) => t(`fields.${field}`)}
      printed={(field, value) =>
        value !== '' && (field === 'role' || field === 'lifeCycleStage') ? t(`inventory:${field}.${value}`) : value
      }
    />
  )
}
