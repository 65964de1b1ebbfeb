import { Button, Group, MultiSelect, Popover, Stack, Text, TextInput } from '@mantine/core'
import { DateInput } from '@mantine/dates'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { applicability, type DecisionFields, implementationStatus, inclusionReason } from '../../../src-main/contract/soa.ts'
import { useChange } from '../../app/calls.ts'
import { ChoiceMenu } from '../../ui/ChoiceMenu.tsx'

/** Gives every selected row the same value, as one change. */
export function BulkEdit({ codes, done }: { codes: string[]; done: () => void }) {
  const { t } = useTranslation('soa')
  const change = useChange('soa.decideMany')
  const give = (fields: Partial<DecisionFields>) => change.mutate({ codes, fields }, { onSuccess: done })
  const choices = (field: 'applicability' | 'status', options: readonly string[], set: (value: string) => void) => (
    <ChoiceMenu label={t(`fields.${field}`)} options={options.map((value) => ({ value, label: t(`${field}.${value}`) }))} choose={set} />
  )
  return (
    <Group gap="xs" role="group" aria-label={t('bulk', { count: codes.length })}>
      <Text size="sm" fw={600}>
        {t('bulk', { count: codes.length })}
      </Text>
      {choices('applicability', applicability.options, (value) => give({ applicability: applicability.parse(value) }))}
      {choices('status', implementationStatus.options, (value) => give({ status: implementationStatus.parse(value) }))}
      <More give={give} />
      <Button variant="subtle" onClick={done}>
        {t('unselect')}
      </Button>
    </Group>
  )
}

function More({ give }: { give: (fields: Partial<DecisionFields>) => void }) {
  const { t } = useTranslation('soa')
  const [reasons, setReasons] = useState<string[]>([])
  const [responsible, setResponsible] = useState('')
  const [reviewDate, setReviewDate] = useState<string | null>(null)
  const submit = () =>
    give({
      ...(reasons.length > 0 ? { reasons: inclusionReason.array().parse(reasons) } : {}),
      ...(responsible.trim() ? { responsible: responsible.trim() } : {}),
      ...(reviewDate ? { reviewDate } : {}),
    })
  return (
    <Popover width={300} trapFocus withArrow>
      <Popover.Target>
        <Button variant="default">{t('bulkMore')}</Button>
      </Popover.Target>
      <Popover.Dropdown>
        <Stack gap="sm">
          <MultiSelect
            label={t('fields.reasons')}
            data={inclusionReason.options.map((value) => ({ value, label: t(`reason.${value}`) }))}
            value={reasons}
            onChange={setReasons}
            comboboxProps={{ withinPortal: false }}
          />
          <TextInput
            label={t('fields.responsible')}
            value={responsible}
            onChange={({ currentTarget }) => setResponsible(currentTarget.value)}
          />
          <DateInput
            label={t('fields.reviewDate')}
            value={reviewDate}
            onChange={setReviewDate}
            valueFormat="YYYY-MM-DD"
            placeholder="YYYY-MM-DD"
            popoverProps={{ withinPortal: false }}
          />
          <Button onClick={submit}>{t('bulkGive')}</Button>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  )
}
