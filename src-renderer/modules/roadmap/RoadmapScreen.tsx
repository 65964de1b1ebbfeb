import { ActionIcon, Button, Group, Menu, SegmentedControl, Text, VisuallyHidden } from '@mantine/core'
import { IconChevronDown, IconPlus, IconTrash, IconZoomIn, IconZoomOut } from '@tabler/icons-react'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Moved, type Plan, phaseIds, sharedTaskFields, type TaskRow } from '../../../src-main/contract/roadmap.ts'
import { useChange, useProcedure } from '../../app/calls.ts'
import { BulkEdit } from '../../ui/BulkEdit.tsx'
import { useConfirmRemoval } from '../../ui/confirm-removal.tsx'
import type { DataTableHandle } from '../../ui/DataTable.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { StateTag } from '../../ui/StateTag.tsx'
import { useSelection } from '../../ui/selection.ts'
import { BurnDownView } from './BurnDownView.tsx'
import { Gantt, type GanttHandle } from './Gantt.tsx'
import { InPlace } from './InPlace.tsx'
import { MakePlan } from './MakePlan.tsx'
import styles from './Roadmap.module.css'
import { type Span, zooms } from './scale.ts'
import { TaskPanel } from './TaskPanel.tsx'
import { TaskTable } from './TaskTable.tsx'

type View = 'gantt' | 'table' | 'burn'
const views: readonly View[] = ['gantt', 'table', 'burn']

/** The way to certification: the plan as a Gantt chart, as a table, and the burn-down of open gaps. */
export function RoadmapScreen() {
  const { t } = useTranslation('roadmap')
  const navigate = useNavigate()
  const { handle } = useParams({ from: '/e/$handle' })
  const { record: openId } = useSearch({ strict: false })
  const { data: plan } = useProcedure('roadmap.plan', {})
  const update = useChange('roadmap.update')
  const updateMany = useChange('roadmap.updateMany')
  const add = useChange('roadmap.add')
  const remove = useChange('roadmap.remove')
  const confirmRemoval = useConfirmRemoval()
  const [view, setView] = useState<View>('gantt')
  /** Place in the zooms; before the first the whole plan fits the window. */
  const [zoom, setZoom] = useState(-1)
  const [isMaking, setMaking] = useState(false)
  const [said, say] = useState('')
  const { selected, select, unselect } = useSelection()
  const gantt = useRef<GanttHandle>(null)
  const table = useRef<DataTableHandle>(null)
  if (!plan) return null
  const open = (record?: string) => void navigate({ to: `/e/${handle}/roadmap`, search: record ? { record } : {}, replace: true })
  const tell = ({ task, pushed, heldBy }: Moved) => {
    const words = t(heldBy === null ? 'moved' : 'held', { title: task.title, from: task.startOn, to: task.endOn, before: heldBy })
    say(pushed > 0 ? `${words} ${t('pushed', { count: pushed })}` : words)
  }
  // A refusal is shown by the change itself.
  const move = (task: TaskRow, { startOn, endOn }: Span) =>
    update.mutateAsync({ id: task.id, fields: { startOn, endOn } }).then(tell, () => undefined)
  const focus = (id: string) => {
    gantt.current?.focusTask(id)
    table.current?.focusRow(id)
  }
  const removeTasks = async (ids: string[]) => {
    const count = ids.length
    if (!(await confirmRemoval({ count, title: t('removal.title', { count }), goes: t('removal.goes') }))) return
    const next = plan.tasks[plan.tasks.findIndex(({ id }) => id === ids[0]) + 1]
    const done = () => {
      unselect(selected)
      open()
      if (next) focus(next.id)
    }
    remove.mutate({ ids }, { onSuccess: done })
  }
  const zoomBy = (by: 1 | -1) => setZoom((now) => Math.min(zooms.length - 1, Math.max(-1, now + by)))
  const openTask = plan.tasks.find(({ id }) => id === openId)
  if (plan.tasks.length === 0)
    return (
      <>
        <VisuallyHidden component="h1">{t('title')}</VisuallyHidden>
        <EmptyState title={t('emptyTitle')} action={<Button onClick={() => setMaking(true)}>{t('make.open')}</Button>}>
          {t('empty')}
        </EmptyState>
        {isMaking && <MakePlan plan={plan} close={() => setMaking(false)} />}
      </>
    )
  return (
    <>
      <div className={styles.screen}>
        <div className={styles.head}>
          {view !== 'table' && <VisuallyHidden component="h1">{t('title')}</VisuallyHidden>}
          <SegmentedControl
            aria-label={t('view.label')}
            data={views.map((value) => ({ value, label: t(`view.${value}`) }))}
            value={view}
            onChange={(value) => {
              setView(views.find((each) => each === value) ?? 'gantt')
              say('')
            }}
          />
          <Standing plan={plan} />
          <InPlace />
          <Group gap="xs" style={{ marginInlineStart: 'auto' }}>
            {view === 'gantt' && (
              <>
                <ActionIcon variant="default" aria-label={t('zoomOut')} disabled={zoom === -1} onClick={() => zoomBy(-1)}>
                  <IconZoomOut size={15} />
                </ActionIcon>
                <ActionIcon variant="default" aria-label={t('zoomIn')} disabled={zoom === zooms.length - 1} onClick={() => zoomBy(1)}>
                  <IconZoomIn size={15} />
                </ActionIcon>
              </>
            )}
            <AddTask add={(phase, kind) => add.mutate({ phase, kind }, { onSuccess: ({ id }) => open(id) })} />
            <Baseline plan={plan} say={say} />
            <Button variant="default" onClick={() => setMaking(true)}>
              {t('make.open')}
            </Button>
          </Group>
        </div>
        {view === 'gantt' && (
          <Gantt ref={gantt} plan={plan} zoom={zooms[zoom] ?? null} openId={openId ?? null} onOpen={open} onMove={move} onZoom={zoomBy} />
        )}
        {view === 'table' && (
          <TaskTable
            ref={table}
            tasks={plan.tasks}
            openId={openId ?? null}
            onOpen={open}
            selected={selected}
            select={select}
            toolbar={
              selected.size > 0 && (
                <Group gap="xs" style={{ marginInlineStart: 'auto' }}>
                  <BulkEdit
                    count={selected.size}
                    fields={sharedTaskFields.shape}
                    quick={['phase']}
                    area="roadmap"
                    give={(values) => updateMany.mutate({ ids: [...selected], fields: sharedTaskFields.partial().parse(values) })}
                    unselect={() => unselect(selected)}
                  />
                  <Button
                    variant="default"
                    leftSection={<IconTrash size={14} aria-hidden />}
                    onClick={() => void removeTasks([...selected])}
                  >
                    {t('remove')}
                  </Button>
                </Group>
              )
            }
          />
        )}
        {view === 'burn' && <BurnDownView />}
        <Text size="xs" c="dimmed" px="md" py={6} role="status" style={{ borderBlockStart: '1px solid var(--line-quiet)' }}>
          {said || t(view === 'gantt' ? 'keys' : 'keysPlain')}
        </Text>
      </div>
      {openTask && (
        <TaskPanel
          id={openTask.id}
          plan={plan}
          tell={tell}
          close={() => {
            focus(openTask.id)
            open()
          }}
          remove={() => void removeTasks([openTask.id])}
        />
      )}
      {isMaking && <MakePlan plan={plan} close={() => setMaking(false)} />}
    </>
  )
}

/** Late tasks, gaps without a task, and how the end meets the target. */
function Standing({ plan }: { plan: Plan }) {
  const { t } = useTranslation('roadmap')
  const late = plan.tasks.filter(({ state }) => state === 'late').length
  const { endOn, certificationTarget } = plan
  const isAfter = endOn !== null && certificationTarget !== null && endOn > certificationTarget
  return (
    <Group gap={8}>
      {late > 0 && <StateTag tone="poor">{t('lateCount', { count: late })}</StateTag>}
      {plan.uncovered > 0 && <StateTag tone="fair">{t('uncoveredCount', { count: plan.uncovered })}</StateTag>}
      <Text size="xs" c={isAfter ? 'var(--tone-poor-strong)' : 'dimmed'} fw={isAfter ? 600 : 400}>
        {certificationTarget === null ? t('endsOn', { end: endOn }) : t('endsForTarget', { end: endOn, target: certificationTarget })}
      </Text>
    </Group>
  )
}

function AddTask({ add }: { add: (phase: TaskRow['phase'], kind: TaskRow['kind']) => void }) {
  const { t } = useTranslation('roadmap')
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button variant="default" leftSection={<IconPlus size={14} aria-hidden />} rightSection={<IconChevronDown size={14} aria-hidden />}>
          {t('add')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {(['task', 'milestone'] as const).map((kind) => (
          <div key={kind}>
            <Menu.Label>{t(`new.${kind}`)}</Menu.Label>
            {phaseIds.map((phase) => (
              <Menu.Item
                key={phase}
                onClick={() => add(phase, kind)}
                aria-label={t('addTo', { what: t(`new.${kind}`), phase: t(`phase.${phase}`) })}
              >
                {t(`phase.${phase}`)}
              </Menu.Item>
            ))}
          </div>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}

function Baseline({ plan, say }: { plan: Plan; say: (words: string) => void }) {
  const { t } = useTranslation('roadmap')
  const set = useChange('roadmap.setBaseline')
  return (
    <Button variant="default" onClick={() => set.mutate({}, { onSuccess: ({ tasks }) => say(t('baselineSet', { count: tasks })) })}>
      {t(plan.hasBaseline ? 'baselineAgain' : 'baseline')}
    </Button>
  )
}
