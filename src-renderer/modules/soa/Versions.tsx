import { useTranslation } from 'react-i18next'
import { useProcedure } from '../../app/calls.ts'
import { type Compared, DifferenceTable, VersionsDialog } from '../../ui/VersionsDialog.tsx'

const wordsOf: Record<string, string> = {
  applicability: 'applicability',
  status: 'status',
  evidenceState: 'evidenceState',
  reasons: 'reason',
}

/** The approved versions, and the difference between any two of them or the SoA as it stands. */
export function Versions({ close }: { close: () => void }) {
  const { t } = useTranslation('soa')
  const { data: versions, isFetching } = useProcedure('soa.versions', {})
  return (
    <VersionsDialog versions={versions} isAsked={isFetching} none={t('noVersionHelp')} close={close}>
      {(compared) => <Difference {...compared} />}
    </VersionsDialog>
  )
}

function Difference(compared: Compared) {
  const { t } = useTranslation('soa')
  const { data } = useProcedure('soa.difference', compared)
  const printed = (field: string, value: string) => {
    const words = wordsOf[field]
    return words && value
      ? value
          .split(', ')
          .map((part) => t(`${words}.${part}`))
          .join(', ')
      : value
  }
  if (!data) return null
  return (
    <DifferenceTable
      difference={data}
      recordTitle={t('report.columns.code')}
      recordWidth={90}
      fieldName={(field) => t(`fields.${field}`)}
      printed={printed}
    />
  )
}
