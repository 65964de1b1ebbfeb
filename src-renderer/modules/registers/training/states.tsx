import { Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Attendance, AttendanceState } from '../../../../src-main/contract/training.ts'
import { StateTag, type Tone } from '../../../ui/StateTag.tsx'

const tones: Record<AttendanceState, Tone> = { needed: 'fair', due: 'info', attended: 'good', repeat: 'info', overdue: 'poor' }

/** Where a person is with a course, as a word with its day. */
export function AttendanceTag({ attendance: { state, nextOn, attendedOn } }: { attendance: Attendance }) {
  const { t } = useTranslation('training')
  const date = state === 'attended' ? attendedOn : nextOn
  return (
    <span>
      <StateTag tone={tones[state]} bare>
        {t(`state.${state}`)}
      </StateTag>
      {date !== null && (
        <Text size="xs" c="dimmed">
          {t(state === 'attended' ? 'on' : 'by', { date })}
        </Text>
      )}
    </span>
  )
}
