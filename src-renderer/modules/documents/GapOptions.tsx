import { Select, Switch } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useRound } from '../../app/round.tsx'
import type { OptionsProps } from './options.ts'

/** Which round the gap report is of, what it is compared with, and whose copy it is. */
export function GapOptions({ options, change }: OptionsProps) {
  const { t } = useTranslation('documents')
  const { rounds } = useRound()
  const data = rounds.map(({ id, name }) => ({ value: id, label: name }))
  const round = options.roundId ?? rounds.at(-1)?.id ?? null
  return (
    <>
      <Select
        label={t('round')}
        data={data}
        value={round}
        onChange={(roundId) => change({ ...options, ...(roundId ? { roundId } : {}) })}
        allowDeselect={false}
      />
      {rounds.length > 1 && (
        <Select
          label={t('compareWith')}
          data={data.filter(({ value }) => value !== round)}
          value={options.compareWith ?? null}
          onChange={(compareWith) => change({ ...options, compareWith: compareWith ?? undefined })}
          clearable
          placeholder={t('nothing')}
        />
      )}
      <Switch
        label={t('withNotes')}
        checked={options.withNotes ?? true}
        onChange={({ currentTarget }) => change({ ...options, withNotes: currentTarget.checked })}
      />
    </>
  )
}
