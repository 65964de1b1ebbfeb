import { Autocomplete, Group, NumberInput, Stack, Text, Title } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Estimate } from '../../../src-main/contract/cost.ts'
import { useChange, useProcedure } from '../../app/calls.ts'
import { Figure } from '../../ui/Figure.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Assumptions } from './Assumptions.tsx'
import styles from './Cost.module.css'
import { EstimateTable } from './EstimateTable.tsx'
import { money } from './money.ts'
import { Ranges } from './Ranges.tsx'

/** What the way to certification may cost, how each number comes about, and every assumption that can be changed. */
export function CostScreen() {
  const { t } = useTranslation('cost')
  const { data: estimate } = useProcedure('cost.estimate', {})
  if (!estimate) return null
  const { currency, yearOne, yearly, published } = estimate
  return (
    <div className={styles.page}>
      <Group justify="space-between" align="flex-start" mb="md">
        <Title order={1}>{t('title')}</Title>
        <Currency estimate={estimate} />
      </Group>
      <div className={styles.figures}>
        <Figure value={money(yearOne.likely, currency)} label={t('figures.yearOne')} />
        <Figure value={`${money(yearOne.low, currency)} – ${money(yearOne.high, currency)}`} label={t('figures.range')} />
        <Figure value={money(yearly.likely, currency)} label={t('figures.yearly')} />
      </div>
      <div className={styles.columns}>
        <Stack gap="md">
          <Notice tone="info">
            <strong>{t('promiseTitle')}. </strong>
            {t('promise')}
          </Notice>
          {!estimate.isRateSet && <Notice tone="fair">{t('noRate', { currency })}</Notice>}
          <EstimateTable estimate={estimate} />
          <Text size="sm">{t('published', { low: money(published.low, currency), high: money(published.high, currency) })}</Text>
          <section aria-label={t('ranges')}>
            <Title order={2} mb="xs">
              {t('ranges')}
            </Title>
            <Ranges estimate={estimate} />
          </section>
          <section aria-label={t('crossCheck.title')}>
            <Title order={2} mb={4}>
              {t('crossCheck.title')}
            </Title>
            <Text size="sm">{estimate.crossCheck.words}</Text>
          </section>
        </Stack>
        <Assumptions assumptions={estimate.assumptions} currency={currency} />
      </div>
    </div>
  )
}

const names = new Intl.DisplayNames(undefined, { type: 'currency' })
const currencies = Intl.supportedValuesOf('currency')
const labelOf = (code: string) => `${code} ${names.of(code) ?? ''}`.trim()

/** The client's currency, and what one US dollar is in it: the program knows no rate by itself, for it has no network. */
function Currency({ estimate }: { estimate: Estimate }) {
  const { t } = useTranslation('cost')
  const set = useChange('cost.setCurrency')
  const [typed, setTyped] = useState<string | null>(null)
  const { currency, rate, isRateSet } = estimate
  const choose = (words: string) => {
    const code = words.slice(0, 3).toUpperCase()
    if (currencies.includes(code) && code !== currency) set.mutate({ currency: code, rate: null })
    setTyped(null)
  }
  return (
    <Group gap="sm" align="flex-end">
      <Autocomplete
        label={t('currency')}
        data={currencies.map(labelOf)}
        value={typed ?? labelOf(currency)}
        onChange={setTyped}
        onOptionSubmit={choose}
        onFocus={({ currentTarget }) => currentTarget.select()}
        onBlur={() => choose(typed ?? '')}
        limit={60}
        size="xs"
        w={210}
      />
      {currency !== 'USD' && (
        <NumberInput
          key={currency}
          label={t('rate', { currency })}
          defaultValue={isRateSet ? rate : ''}
          min={0}
          decimalScale={6}
          hideControls
          w={170}
          onBlur={({ currentTarget }) => {
            const given = Number(currentTarget.value.replaceAll(',', ''))
            if (given > 0 && (given !== rate || !isRateSet)) set.mutate({ currency, rate: given })
          }}
          onKeyDown={({ key, currentTarget }) => key === 'Enter' && currentTarget.blur()}
        />
      )}
    </Group>
  )
}
