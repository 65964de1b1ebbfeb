import { Button, Group, Popover, Stack, Text, TextInput } from '@mantine/core'
import { DateInput } from '@mantine/dates'
import { IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type RiskFields, riskState, treatment, treatmentStatus } from '../../../src-main/contract/risk.ts'
import { useChange } from '../../app/calls.ts'
import { ChoiceMenu } from '../../ui/ChoiceMenu.tsx'

type Give = (fields: Partial<Omit<RiskFields, 'reference' | 'title'>>) => void

/** Gives every selected risk the same value, or removes them, as one change. */
export function BulkEdit({ ids, done }: { ids: string[]; done: () => void }) {
  const { t } = useTranslation('risk')
  const change = useChange('risk.updateMany')
  const remove = useChange('risk.remove')
  const give: Give = (fields) => change.mutate({ ids, fields }, { onSuccess: done })
  const choices = (field: 'treatment' | 'treatmentStatus' | 'state', options: readonly string[], choose: (value: string) => void) => (
    <ChoiceMenu label={t(`fields.${field}`)} options={options.map((value) => ({ value, label: t(`${field}.${value}`) }))} choose={choose} />
  )
  return (
    <Group gap="xs" role="group" aria-label={t('bulk', { count: ids.length })}>
      <Text size="sm" fw={600}>
        {t('bulk', { count: ids.length })}
      </Text>
      {choices('treatment', treatment.options, (value) => give({ treatment: treatment.parse(value) }))}
      {choices('treatmentStatus', treatmentStatus.options, (value) => give({ treatmentStatus: treatmentStatus.parse(value) }))}
      {choices('state', riskState.options, (value) => give({ state: riskState.parse(value) }))}
      <More give={give} />
      <Button
        variant="default"
        leftSection={<IconTrash size={14} aria-hidden />}
        onClick={() => remove.mutate({ ids }, { onSuccess: done })}
      >
        {t('remove')}
      </Button>
      <Button variant="subtle" onClick={done}>
        {t('unselect')}
      </Button>
    </Group>
  )
}

function More({ give }: { give: Give }) {
  const { t } = useTranslation('risk')
  const [owner, setOwner] = useState('')
  const [days, setDays] = useState<{ reviewDate: string | null; treatmentDue: string | null }>({ reviewDate: null, treatmentDue: null })
  const submit = () =>
    give({
      ...(owner.trim() ? { owner: owner.trim() } : {}),
      ...(days.reviewDate ? { reviewDate: days.reviewDate } : {}),
      ...(days.treatmentDue ? { treatmentDue: days.treatmentDue } : {}),
    })
  return (
    <Popover width={280} trapFocus withArrow>
      <Popover.Target>
        <Button variant="default">{t('bulkMore')}</Button>
      </Popover.Target>
      <Popover.Dropdown>
        <Stack gap="sm">
          <TextInput label={t('fields.owner')} value={owner} onChange={({ currentTarget }) => setOwner(currentTarget.value)} />
          {(['reviewDate', 'treatmentDue'] as const).map((field) => (
            <DateInput
              key={field}
              label={t(`fields.${field}`)}
              value={days[field]}
              onChange={(value) => setDays({ ...days, [field]: value })}
              valueFormat="YYYY-MM-DD"
              placeholder="YYYY-MM-DD"
              popoverProps={{ withinPortal: false }}
            />
          ))}
          <Button onClick={submit}>{t('bulkGive')}</Button>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  )
}
