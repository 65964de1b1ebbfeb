import { Button, Group } from '@mantine/core'
import { DatePicker } from '@mantine/dates'
import { useTranslation } from 'react-i18next'
import { today } from '../moment.ts'

/** The days of a month to choose from, today's one key away. */
export function Calendar({ day, choose }: { day: string | null; choose: (day: string) => void }) {
  const { t } = useTranslation('ui')
  return (
    <>
      <DatePicker
        size="xs"
        value={day}
        defaultDate={day ?? today()}
        onChange={(chosen) => chosen !== null && choose(chosen)}
        allowDeselect={false}
        hideOutsideDates
        firstDayOfWeek={1}
        ariaLabels={{ previousMonth: t('date.previousMonth'), nextMonth: t('date.nextMonth') }}
        // Arrows go on from the day that is kept.
        getDayProps={(each) => (each === (day ?? today()) ? { 'data-autofocus': true } : {})}
      />
      <Group mt={4}>
        <Button variant="subtle" size="compact-xs" onClick={() => choose(today())}>
          {t('date.today')}
        </Button>
      </Group>
    </>
  )
}
