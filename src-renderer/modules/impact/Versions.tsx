import { useTranslation } from 'react-i18next'
import type { Assessment, ImpactGuide } from '../../../src-main/contract/impact.ts'
import { useProcedure } from '../../app/calls.ts'
import { type Compared, DifferenceTable, VersionsDialog } from '../../ui/VersionsDialog.tsx'
import { wordsOfValue } from './words.ts'

interface VersionsProps {
  assessment: Assessment
  guide: ImpactGuide
}

/** The approved versions of an assessment, and what changed between any two of them or the assessment as it stands. */
export function Versions({ close, ...props }: VersionsProps & { close: () => void }) {
  const { t } = useTranslation('impact')
  const { data: versions, isFetching } = useProcedure('impact.versions', { assessmentId: props.assessment.id })
  return (
    <VersionsDialog versions={versions} isAsked={isFetching} none={t('noVersionHelp')} close={close}>
      {(compared) => <Difference {...props} {...compared} />}
    </VersionsDialog>
  )
}

function Difference({ assessment, guide, ...compared }: VersionsProps & Compared) {
  const { t } = useTranslation('impact')
  const { data } = useProcedure('impact.difference', { assessmentId: assessment.id, ...compared })
  const question = (field: string) => guide.triage.find(({ id }) => id === field)?.text
  if (!data) return null
  return (
    <DifferenceTable
      difference={data}
      recordTitle={t('columns.part')}
      recordWidth={220}
      fieldName={(field) => question(field) ?? t(`fields.${field}`)}
      printed={(field, value) => wordsOfValue(field, value, guide, t)}
    />
  )
}
