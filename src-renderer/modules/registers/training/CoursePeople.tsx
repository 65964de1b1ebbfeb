import { Button, Group, Stack, Text, Title } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useProcedure } from '../../../app/calls.ts'
import { RecordDialog } from './RecordDialog.tsx'
import { AttendanceTag } from './states.tsx'

/** Of a course of thousands the panel shows those who are due first. */
const mostShown = 60

/** Who needs a course and how far they are, those who are due first. */
export function CoursePeople({ id }: { id: string }) {
  const { t } = useTranslation('training')
  const { data: matrix } = useProcedure('training.matrix', {})
  const [isRecording, setIsRecording] = useState(false)
  if (!matrix) return null
  const people = new Map(matrix.people.map((person) => [person.id, person]))
  const order = ['overdue', 'due', 'needed', 'repeat', 'attended']
  const own = matrix.attendances
    .filter(({ courseId }) => courseId === id)
    .sort((a, b) => order.indexOf(a.state) - order.indexOf(b.state) || (a.nextOn ?? '').localeCompare(b.nextOn ?? ''))
  return (
    <section aria-label={t('ofCourse')} style={{ borderBlockStart: '1px solid var(--line-quiet)', paddingBlockStart: 10 }}>
      <Group justify="space-between" mb={8}>
        <Title order={3}>{t('ofCourse')}</Title>
        <Button variant="default" size="compact-sm" onClick={() => setIsRecording(true)}>
          {t('addPerson')}
        </Button>
      </Group>
      <Stack gap={6}>
        {own.length === 0 && (
          <Text size="sm" c="dimmed">
            {t('nobody')}
          </Text>
        )}
        {own.slice(0, mostShown).map((attendance) => {
          const person = people.get(attendance.personId)
          return (
            <Group key={attendance.id} justify="space-between" wrap="nowrap" align="flex-start">
              <Text size="sm" style={{ minWidth: 0 }}>
                {person?.reference} {person?.title}
              </Text>
              <AttendanceTag attendance={attendance} />
            </Group>
          )
        })}
      </Stack>
      {isRecording && <RecordDialog courseIds={[id]} close={() => setIsRecording(false)} />}
    </section>
  )
}
