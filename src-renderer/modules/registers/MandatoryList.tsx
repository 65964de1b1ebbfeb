import { Button } from '@mantine/core'
import { IconListCheck } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useChange, useProcedure } from '../../app/calls.ts'

/** Brings in what the standard requires as documented information and the register does not have yet; gone once nothing is missing. */
export function MandatoryList() {
  const { t } = useTranslation('register-information')
  const { data: missing = [] } = useProcedure('registers.mandatoryMissing', {})
  const add = useChange('registers.addMandatory')
  if (missing.length === 0) return null
  return (
    <Button
      variant="default"
      leftSection={<IconListCheck size={14} aria-hidden />}
      loading={add.isPending}
      title={missing.map(({ title }) => title).join('\n')}
      onClick={() => add.mutate({})}
    >
      {t('mandatoryList.bring', { count: missing.length })}
    </Button>
  )
}
