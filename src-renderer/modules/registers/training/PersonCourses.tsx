import { ActionIcon, Group, Paper, Select, SimpleGrid, Stack, Text, Title } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { type Attendance, attendanceFields, type TrainingCourse } from '../../../../src-main/contract/training.ts'
import { useChange, useProcedure } from '../../../app/calls.ts'
import type { FieldValue } from '../../../ui/draft.ts'
import { RecordField } from '../../../ui/RecordField.tsx'
import { AttendanceTag } from './states.tsx'

/** The courses that a person needs, with day, attendance and proof of each. */
export function PersonCourses({ id }: { id: string }) {
  const { t } = useTranslation('training')
  const { data: matrix } = useProcedure('training.matrix', {})
  const record = useChange('training.record')
  if (!matrix) return null
  const own = matrix.attendances.filter(({ personId }) => personId === id)
  const free = matrix.courses.filter((course) => !own.some(({ courseId }) => courseId === course.id))
  return (
    <section aria-label={t('ofPerson')} style={{ borderBlockStart: '1px solid var(--line-quiet)', paddingBlockStart: 10 }}>
      <Title order={3} mb={8}>
        {t('ofPerson')}
      </Title>
      <Stack gap="xs">
        {own.length === 0 && (
          <Text size="sm" c="dimmed">
            {t('nothing')}
          </Text>
        )}
        {matrix.courses.flatMap((course) => {
          const attendance = own.find(({ courseId }) => courseId === course.id)
          return attendance ? [<OneCourse key={course.id} course={course} attendance={attendance} />] : []
        })}
        {free.length > 0 && (
          <Select
            aria-label={t('addCourse')}
            placeholder={t('addCourse')}
            data={free.map((course) => ({ value: course.id, label: `${course.reference} ${course.title}` }))}
            value={null}
            onChange={(courseId) => courseId !== null && record.mutate({ personIds: [id], courseIds: [courseId] })}
            searchable
          />
        )}
      </Stack>
    </section>
  )
}

function OneCourse({ course, attendance }: { course: TrainingCourse; attendance: Attendance }) {
  const { t } = useTranslation('training')
  const record = useChange('training.record', { quiet: true })
  const release = useChange('training.release')
  const { personId, courseId } = attendance
  const field = (name: keyof typeof attendanceFields.shape) => (
    <RecordField
      schema={attendanceFields.shape[name]}
      area="training"
      field={name}
      record={attendance.id}
      value={attendance[name]}
      save={(value: FieldValue) =>
        record.mutateAsync({ personIds: [personId], courseIds: [courseId], fields: attendanceFields.partial().parse({ [name]: value }) })
      }
    />
  )
  return (
    <Paper withBorder p="xs" component="section" aria-label={course.title}>
      <Group justify="space-between" wrap="nowrap" align="flex-start">
        <Text size="sm" fw={600}>
          {course.reference} {course.title}
        </Text>
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={t('notNeeded', { title: course.title })}
          onClick={() => release.mutate({ personIds: [personId], courseIds: [courseId] })}
        >
          <IconX size={14} />
        </ActionIcon>
      </Group>
      <AttendanceTag attendance={attendance} />
      <SimpleGrid cols={2} spacing="xs" mt={4}>
        {field('dueOn')}
        {field('attendedOn')}
      </SimpleGrid>
      {field('result')}
    </Paper>
  )
}
