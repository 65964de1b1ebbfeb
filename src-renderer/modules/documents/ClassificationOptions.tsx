import { MultiSelect } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useProcedure } from '../../app/calls.ts'
import type { OptionsProps } from './options.ts'

/** Of an inventory of thousands the list shows the first that match. */
const mostShown = 50

/** Which systems the decision record is of: all that are classified where none is chosen. */
export function ClassificationOptions({ options, change }: OptionsProps) {
  const { t } = useTranslation('documents')
  const { data: systems = [] } = useProcedure('inventory.systems', {})
  const chosen = options.systemIds ?? []
  const data = systems
    .filter(({ id, riskClass }) => riskClass !== 'unclassified' || chosen.includes(id))
    .map(({ id, name, reference }) => ({ value: id, label: reference ? `${name} (${reference})` : name }))
  return (
    <MultiSelect
      label={t('systems')}
      description={t('systemsHelp')}
      placeholder={chosen.length === 0 ? t('allClassified') : ''}
      data={data}
      value={chosen}
      onChange={(systemIds) => change({ ...options, systemIds: systemIds.length === 0 ? undefined : systemIds })}
      searchable
      clearable
      limit={mostShown}
      clearButtonProps={{ 'aria-label': t('clearSystems') }}
    />
  )
}
