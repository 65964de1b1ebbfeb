import { ActionIcon, Button, Group, NumberInput, Select, Text, Title } from '@mantine/core'
import { IconArrowBackUp } from '@tabler/icons-react'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { type Assumption, assumptionGroups, isoMaturity, maturities } from '../../../src-main/contract/cost.ts'
import { useChange } from '../../app/calls.ts'
import { useAutosave } from '../../ui/autosave.ts'
import styles from './Cost.module.css'

/** Every assumption with its value, why it is what it is, and a way back to what is proposed. */
export function Assumptions({ assumptions, currency }: { assumptions: readonly Assumption[]; currency: string }) {
  const { t } = useTranslation('cost')
  const reset = useChange('cost.reset')
  return (
    <section aria-label={t('assumptions')}>
      <Group justify="space-between" mb="xs">
        <Title order={2}>{t('assumptions')}</Title>
        <Button variant="default" disabled={assumptions.every(({ source }) => source !== 'entered')} onClick={() => reset.mutate({})}>
          {t('resetAll')}
        </Button>
      </Group>
      {assumptionGroups.map((group) => (
        <section key={group} aria-label={t(`group.${group}`)}>
          <Title order={3} mt="sm">
            {t(`group.${group}`)}
          </Title>
          {assumptions
            .filter((each) => each.group === group)
            .map((each) => (
              <AssumptionField key={each.id} assumption={each} suffix={each.id === 'dayRate' ? ` ${currency}` : ''} />
            ))}
        </section>
      ))}
    </section>
  )
}

/** `suffix` is the unit where the title names none. */
function AssumptionField({ assumption, suffix }: { assumption: Assumption; suffix: string }) {
  const { t } = useTranslation('cost')
  const { id, title, why, value, proposed, source, kind, min, max, group } = assumption
  const set = useChange('cost.set', { quiet: true })
  const save = (next: unknown) =>
    set.mutateAsync({ id, value: next === null ? null : kind === 'choice' ? isoMaturity.parse(next) : Number(next) })
  const { draft, change, flush, failure } = useAutosave(`cost/${id}`, value, save)
  const inputId = useId()
  const word = (what: Assumption['value']) => (typeof what === 'number' ? `${what}${suffix}` : t(`maturity.${what}`))
  return (
    <div className={styles.assumption}>
      <Text component="label" htmlFor={inputId} size="sm">
        {title}
      </Text>
      {kind === 'choice' ? (
        <Select
          id={inputId}
          data={maturities.map((each) => ({ value: each, label: t(`maturity.${each}`) }))}
          value={String(draft)}
          onChange={(next) => change(next, { now: true })}
          allowDeselect={false}
        />
      ) : (
        <NumberInput
          id={inputId}
          value={typeof draft === 'number' ? draft : ''}
          onChange={(next) => typeof next === 'number' && change(next)}
          onBlur={() => void flush()}
          thousandSeparator=","
          suffix={suffix}
          decimalScale={3}
          hideControls
          error={failure}
          data-autosaved
          {...(min === null ? {} : { min })}
          {...(max === null ? {} : { max })}
          styles={{ input: { textAlign: 'end' } }}
        />
      )}
      {source === 'entered' ? (
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={t('resetOne', { title, value: word(proposed) })}
          onClick={() => set.mutate({ id, value: null })}
        >
          <IconArrowBackUp size={15} />
        </ActionIcon>
      ) : (
        <span />
      )}
      <Text size="xs" c="dimmed" className={styles.why}>
        {`${t(`source.${source}`)}. ${why}`}
        {group === 'factors' && typeof value === 'number' && ` ${t('inPercent', { percent: Math.round(value * 1000) / 10 })}`}
        {source === 'entered' && value !== proposed ? ` ${t('proposedIs', { value: word(proposed) })}` : ''}
      </Text>
    </div>
  )
}
