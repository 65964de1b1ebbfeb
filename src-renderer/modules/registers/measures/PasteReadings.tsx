import { Button, Group, SegmentedControl, Stack, Text, Textarea } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PastedReadings } from '../../../../src-main/contract/measures.ts'
import { type DayOrder, dayOrder, readWrittenDay } from '../../../../src-main/contract/typed-day.ts'
import { type DecimalSign, decimalSign, readNumber } from '../../../../src-main/contract/typed-number.ts'
import { useChange, useProcedure } from '../../../app/calls.ts'
import { Dialog } from '../../../ui/Dialog.tsx'
import { useDayOrder } from '../../../ui/date/day-order.ts'
import { dayWords } from '../../../ui/moment.ts'

/** Lines that are not understood and are named one by one. */
const mostNamed = 6

/** A list from a spreadsheet becomes readings; lines that are not understood stay in the box to be mended. */
export function PasteReadings({ id, close }: { id: string; close: () => void }) {
  const { t } = useTranslation(['measures', 'ui'])
  const [list, setList] = useState('')
  const [asked] = useDebouncedValue(list, 150)
  const usualOrder = useDayOrder()
  const [order, setOrder] = useState<DayOrder | null>(null)
  // Nothing says what is usual for numbers: a person does, or such lines stay in the box.
  const [decimal, setDecimal] = useState<DecimalSign | null>(null)
  const choices = { dayOrder: order ?? usualOrder, decimal }
  const { data: read } = useProcedure('measures.readPasted', { id, text: asked, ...choices }, { enabled: asked.trim() !== '' })
  const add = useChange('measures.addReadings')
  const found = list === asked && list.trim() !== '' ? read : undefined
  const take = () => {
    if (!found || found.readings.length === 0) return
    const left = found.notUnderstood.map(({ text }) => text).join('\n')
    add.mutate({ id, readings: found.readings }, { onSuccess: () => (left === '' ? close() : setList(left)) })
  }
  return (
    <Dialog title={t('paste.title')} size="lg" onClose={close}>
      <Stack gap="sm">
        <Text size="sm">{t('paste.help')}</Text>
        <Textarea
          aria-label={t('paste.box')}
          placeholder={'2026-09-30\t0.83\n2026-10-31\t0.79'}
          value={list}
          onChange={({ currentTarget }) => setList(currentTarget.value)}
          autosize
          minRows={8}
          maxRows={16}
          data-autofocus
        />
        {found?.asks.dayOrder && (
          <Question text={t('paste.whichDay', { text: found.asks.dayOrder })}>
            <SegmentedControl
              aria-label={t('paste.whichDay', { text: found.asks.dayOrder })}
              value={choices.dayOrder}
              onChange={(value) => setOrder(dayOrder.parse(value))}
              data={dayOrder.options.map((value) => ({ value, label: dayIn(found.asks.dayOrder, value) }))}
            />
          </Question>
        )}
        {found?.asks.decimal && (
          <Question text={t('paste.whichNumber', { text: found.asks.decimal })}>
            <SegmentedControl
              aria-label={t('paste.whichNumber', { text: found.asks.decimal })}
              value={decimal ?? ''}
              onChange={(value) => setDecimal(decimalSign.parse(value))}
              data={decimalSign.options.map((value) => ({ value, label: numberIn(found.asks.decimal, value) }))}
            />
          </Question>
        )}
        {found && (
          <div role="status">
            <Text size="sm" fw={600}>
              {t('paste.understood', { count: found.readings.length })}
            </Text>
            {found.replaces > 0 && <Text size="sm">{t('paste.replaces', { count: found.replaces })}</Text>}
            {found.periods > 0 && <Text size="sm">{t('paste.periods', { count: found.periods })}</Text>}
            <Ends readings={found.readings} />
            {found.notUnderstood.length > 0 && <Text size="sm">{t('paste.not', { count: found.notUnderstood.length })}</Text>}
            {found.notUnderstood.slice(0, mostNamed).map(({ line, text, reason }) => (
              <Text key={line} size="sm" c="dimmed">
                {t('paste.line', { line, text: text.slice(0, 80), reason })}
              </Text>
            ))}
          </div>
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={close}>
            {t('ui:cancel')}
          </Button>
          <Button disabled={!found || found.readings.length === 0} onClick={take}>
            {t('paste.add', { count: found?.readings.length ?? 0 })}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  )
}

function Question({ text, children }: { text: string; children: ReactNode }) {
  return (
    <Group gap="xs">
      <Text size="sm" fw={600}>
        {text}
      </Text>
      {children}
    </Group>
  )
}

const dayIn = (text: string | null, order: DayOrder): string => dayWords(readWrittenDay(text ?? '')[order] ?? '')
const numberIn = (text: string | null, sign: DecimalSign): string =>
  (readNumber(text ?? '').value[sign] ?? 0).toLocaleString('en', { useGrouping: false, maximumFractionDigits: 6 })

/** The first and the last reading, to see at a glance that dates and numbers are meant so. */
function Ends({ readings }: { readings: PastedReadings['readings'] }) {
  const { t } = useTranslation('measures')
  const [first, last] = [readings[0], readings.at(-1)]
  if (!first || !last) return null
  return (
    <Text size="sm" c="dimmed">
      {t('paste.first', { day: dayWords(first.day), value: first.value, lastDay: dayWords(last.day), lastValue: last.value })}
    </Text>
  )
}
