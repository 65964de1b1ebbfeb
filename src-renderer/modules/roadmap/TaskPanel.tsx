import { Anchor, Button, Group, MultiSelect, SimpleGrid, Stack, Text, Title } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { Link, useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { type Moved, type Plan, type Task, type TaskField, taskFields } from '../../../src-main/contract/roadmap.ts'
import { useChange, useProcedure } from '../../app/calls.ts'
import { placeOf } from '../../app/places.ts'
import type { FieldValue } from '../../ui/draft.ts'
import { RecordField } from '../../ui/RecordField.tsx'
import { SidePanel } from '../../ui/SidePanel.tsx'
import { StateTag } from '../../ui/StateTag.tsx'
import { toneOf } from './words.ts'

interface PanelProps {
  id: string
  plan: Plan
  close: () => void
  remove: () => void
  /** Says what a change of dates has moved along. */
  tell: (moved: Moved) => void
}

/** Everything about one task: who, when, how far, which gaps it closes, and what it waits for. */
export function TaskPanel({ id, ...rest }: PanelProps) {
  const { data: task } = useProcedure('roadmap.task', { id })
  return task?.id === id ? <TaskForm task={task} {...rest} /> : null
}

function TaskForm({ task, plan, close, remove, tell }: Omit<PanelProps, 'id'> & { task: Task }) {
  const { t } = useTranslation('roadmap')
  const update = useChange('roadmap.update', { quiet: true })
  const save = async (name: TaskField, value: FieldValue) => {
    // Progress is whole per cent; the number field takes a decimal.
    const given = name === 'progress' ? Math.round(Number(value ?? 0)) : value
    tell(await update.mutateAsync({ id: task.id, fields: taskFields.partial().parse({ [name]: given }) }))
  }
  const field = (name: TaskField) => (
    <RecordField
      key={name}
      schema={taskFields.shape[name]}
      area="roadmap"
      field={name}
      record={task.id}
      value={task[name]}
      save={(value) => save(name, value)}
      autoFocus={name === 'title' && (task.title === t('new.task') || task.title === t('new.milestone'))}
    />
  )
  return (
    <SidePanel
      title={task.title}
      width={440}
      kicker={
        <Group gap={8}>
          <Text size="xs" c="dimmed" fw={500}>
            {t(`kind.${task.kind}`)}
          </Text>
          <StateTag tone={toneOf[task.state]}>{t(`state.${task.state}`)}</StateTag>
        </Group>
      }
      onClose={close}
    >
      <Stack gap="sm">
        {field('title')}
        <SimpleGrid cols={2} spacing="sm">
          {field('phase')}
          {field('kind')}
          {field('owner')}
          {field('effortDays')}
          {field('startOn')}
          {field('endOn')}
          {field('actualStartOn')}
          {field('actualEndOn')}
          {field('progress')}
        </SimpleGrid>
        {task.baselineEndOn !== null && (
          <Text size="xs" c="dimmed">
            {t('baselineIs', { from: task.baselineStartOn, to: task.baselineEndOn })}
          </Text>
        )}
        {field('notes')}
        <Gaps task={task} />
        <After task={task} plan={plan} tell={tell} />
        <Group>
          <Button variant="default" leftSection={<IconTrash size={14} aria-hidden />} onClick={remove}>
            {t('remove')}
          </Button>
        </Group>
      </Stack>
    </SidePanel>
  )
}

/** The requirements and controls whose gaps the task closes, each a click away. */
function Gaps({ task }: { task: Task }) {
  const { t } = useTranslation('roadmap')
  const { handle } = useParams({ from: '/e/$handle' })
  const { data: catalog } = useProcedure('catalog.get', {})
  const setItems = useChange('roadmap.setItems')
  const all = catalog ? [...catalog.requirements, ...catalog.controls] : []
  return (
    <section aria-label={t('gapsOf')}>
      <Title order={3} mb={6}>
        {t('gapsOf')}
      </Title>
      <Stack gap={4} mb={8}>
        {task.items.map(({ id, kind, title, isOpen }) => {
          // The judgement, also of a control, is made in the gap assessment.
          const { screen } = placeOf({ kind: 'requirement', id })
          return (
            <Group key={id} gap={8} wrap="nowrap" justify="space-between">
              <Anchor
                size="sm"
                renderRoot={(props) => <Link {...props} to={`/e/$handle/${screen}`} params={{ handle }} search={{ item: id }} />}
              >
                {`${id} ${title}`}
              </Anchor>
              <StateTag tone={isOpen ? 'fair' : 'good'} bare>
                {t(isOpen ? 'gapOpen' : 'gapClosed', { kind })}
              </StateTag>
            </Group>
          )
        })}
      </Stack>
      <MultiSelect
        aria-label={t('gapsChoose')}
        placeholder={task.items.length === 0 ? t('gapsChoose') : ''}
        searchable
        limit={40}
        data={all.map(({ id, title }) => ({ value: id, label: `${id} ${title}` }))}
        value={task.itemIds}
        onChange={(itemIds) => setItems.mutate({ id: task.id, itemIds })}
      />
    </section>
  )
}

/** What has to be finished before, and what waits for this one. */
function After({ task, plan, tell }: { task: Task; plan: Plan; tell: (moved: Moved) => void }) {
  const { t } = useTranslation('roadmap')
  const setAfter = useChange('roadmap.setAfter')
  return (
    <section aria-label={t('waitsFor')}>
      <Title order={3} mb={6}>
        {t('waitsFor')}
      </Title>
      <MultiSelect
        aria-label={t('waitsFor')}
        placeholder={task.afterIds.length === 0 ? t('waitsForNothing') : ''}
        searchable
        limit={60}
        data={plan.tasks.filter(({ id }) => id !== task.id).map(({ id, title }) => ({ value: id, label: title }))}
        value={task.afterIds}
        onChange={(afterIds) => setAfter.mutate({ id: task.id, afterIds }, { onSuccess: tell })}
      />
      {task.before.length > 0 && (
        <Text size="sm" c="dimmed" mt={6}>
          {t('waitedForBy', { titles: task.before.map(({ title }) => title).join(', ') })}
        </Text>
      )}
    </section>
  )
}
