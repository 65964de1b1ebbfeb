import { Button, Group, Text } from '@mantine/core'
import { IconPrinter } from '@tabler/icons-react'
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import type { TFunction } from 'i18next'
import { useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Attendance, attendanceStates, type Trainee, type TrainingMatrix } from '../../../../src-main/contract/training.ts'
import { useProcedure } from '../../../app/calls.ts'
import { DataTable, type DataTableHandle, type TableColumn } from '../../../ui/DataTable.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { SidePanel } from '../../../ui/SidePanel.tsx'
import { useSelection } from '../../../ui/selection.ts'
import { PersonCourses } from './PersonCourses.tsx'
import { RecordDialog } from './RecordDialog.tsx'
import { AttendanceTag } from './states.tsx'

/** People by courses: who needs what, who attended, who is overdue (clauses 7.2 and 7.3). */
export function TrainingPage() {
  const { t } = useTranslation(['training', 'register-people'])
  const { data: matrix } = useProcedure('training.matrix', {})
  const { selected, select, unselect } = useSelection()
  const [isRecording, setIsRecording] = useState(false)
  const navigate = useNavigate()
  const { handle } = useParams({ from: '/e/$handle' })
  const { record: openId = null } = useSearch({ strict: false })
  const openPerson = (record?: string) =>
    void navigate({ to: `/e/${handle}/registers`, search: { page: 'training', ...(record ? { record } : {}) }, replace: true })
  const table = useRef<DataTableHandle>(null)
  const columns = useMemo(() => (matrix ? columnsOf(t, matrix) : []), [t, matrix])
  if (!matrix) return null
  const open = matrix.people.find(({ id }) => id === openId)
  return (
    <>
      <div style={{ display: 'flex', flexDirection: 'column', flex: 1, minWidth: 0, minHeight: 0 }}>
        <DataTable
          ref={table}
          label={t('title')}
          views="training"
          rows={matrix.courses.length === 0 ? [] : matrix.people}
          columns={columns}
          rowId={idOf}
          openId={openId}
          onOpen={({ id }) => openPerson(id)}
          selected={selected}
          onSelect={select}
          toolbar={<Tools count={selected.size} record={() => setIsRecording(true)} unselect={() => unselect(selected)} />}
          empty={<Nothing />}
        />
      </div>
      {open && (
        <SidePanel
          title={open.title}
          width={440}
          kicker={
            <Text size="xs" c="dimmed" fw={500}>
              {open.reference}
            </Text>
          }
          onClose={() => {
            table.current?.focusRow(open.id)
            openPerson()
          }}
        >
          <PersonCourses id={open.id} />
        </SidePanel>
      )}
      {isRecording && <RecordDialog personIds={[...selected]} close={() => setIsRecording(false)} done={() => unselect(selected)} />}
    </>
  )
}

const idOf = ({ id }: Trainee) => id

function columnsOf(t: TFunction<['training', 'register-people']>, { courses, attendances }: TrainingMatrix): TableColumn<Trainee>[] {
  const byPair = new Map(attendances.map((each) => [`${each.personId} ${each.courseId}`, each]))
  const line = (id: 'department' | 'role', width: number): TableColumn<Trainee> => ({
    id,
    title: t(`register-people:fields.${id}`),
    width,
    text: (person) => person[id],
    filter: (person) => [person[id]],
  })
  return [
    { id: 'reference', title: t('register-people:fields.reference'), width: 84, text: ({ reference }) => reference },
    { id: 'title', title: t('person'), width: 200, text: ({ title }) => title },
    line('department', 120),
    ...courses.map((course): TableColumn<Trainee> => {
      const of = ({ id }: Trainee): Attendance | undefined => byPair.get(`${id} ${course.id}`)
      return {
        id: course.id,
        title: course.title,
        width: 136,
        text: (person) => {
          const attendance = of(person)
          return attendance ? `${t(`state.${attendance.state}`)} ${attendance.nextOn ?? attendance.attendedOn ?? ''}` : ''
        },
        filter: (person) => [of(person)?.state ?? ''],
        word: (state) => t(`state.${state}`),
        order: attendanceStates,
        render: (person) => {
          const attendance = of(person)
          return attendance ? <AttendanceTag attendance={attendance} /> : null
        },
      }
    }),
  ]
}

function Tools({ count, record, unselect }: { count: number; record: () => void; unselect: () => void }) {
  const { t } = useTranslation('training')
  const { handle } = useParams({ from: '/e/$handle' })
  return (
    <Group gap="xs" style={{ marginInlineStart: 'auto' }}>
      {count > 0 ? (
        <>
          <Button variant="default" onClick={unselect}>
            {t('unselect')}
          </Button>
          <Button onClick={record}>{t('recordFor', { count })}</Button>
        </>
      ) : (
        <Button
          variant="default"
          leftSection={<IconPrinter size={14} aria-hidden />}
          renderRoot={(props) => <Link {...props} to="/e/$handle/documents" params={{ handle }} search={{ kind: 'training' }} />}
        >
          {t('print')}
        </Button>
      )}
    </Group>
  )
}

function Nothing() {
  const { t } = useTranslation('training')
  const { handle } = useParams({ from: '/e/$handle' })
  const to = (page: string, label: string) => (
    <Button variant="default" renderRoot={(props) => <Link {...props} to="/e/$handle/registers" params={{ handle }} search={{ page }} />}>
      {label}
    </Button>
  )
  return (
    <EmptyState
      title={t('emptyTitle')}
      action={
        <Group>
          {to('people', t('openPeople'))}
          {to('courses', t('openCourses'))}
        </Group>
      }
    >
      {t('empty')}
    </EmptyState>
  )
}
