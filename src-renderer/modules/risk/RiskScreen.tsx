import { Button, Group } from '@mantine/core'
import { IconChevronDown, IconChevronUp, IconTrash, IconX } from '@tabler/icons-react'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type RiskRow, sharedRiskFields } from '../../../src-main/contract/risk.ts'
import { useChange, useProcedure } from '../../app/calls.ts'
import { BulkEdit } from '../../ui/BulkEdit.tsx'
import { useConfirmRemoval } from '../../ui/confirm-removal.tsx'
import { DataTable, type DataTableHandle } from '../../ui/DataTable.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { useSelection } from '../../ui/selection.ts'
import { AddMenu } from './AddMenu.tsx'
import { AddRisks, type SeedOrigin } from './AddRisks.tsx'
import { CriteriaDialog } from './CriteriaDialog.tsx'
import { riskColumns } from './columns.tsx'
import { passes, type RiskFilter, type Stage, stepWord } from './levels.ts'
import { RiskMatrix } from './RiskMatrix.tsx'
import { RiskPanel } from './RiskPanel.tsx'
import styles from './RiskScreen.module.css'
import { RiskSummary } from './RiskSummary.tsx'

const noRisks: RiskRow[] = []

/** The risk register: the matrix that filters it, the table, and one risk beside it. */
export function RiskScreen() {
  const { t } = useTranslation('risk')
  const navigate = useNavigate()
  const { handle } = useParams({ from: '/e/$handle' })
  const { risk: openId } = useSearch({ strict: false })
  const { data: risks } = useProcedure('risk.list', {})
  const add = useChange('risk.add')
  const change = useChange('risk.updateMany')
  const remove = useChange('risk.remove')
  const confirmRemoval = useConfirmRemoval()
  const [filter, setFilter] = useState<RiskFilter>(null)
  const { selected, select, unselect } = useSelection()
  const [dialog, setDialog] = useState<SeedOrigin | 'criteria' | null>(null)
  const table = useRef<DataTableHandle>(null)
  const open = (risk?: string) => void navigate({ to: `/e/${handle}/risks`, search: risk ? { risk } : {}, replace: true })
  const columns = useMemo(() => riskColumns(t), [t])
  const shown = useMemo(() => (risks ?? noRisks).filter((risk) => passes(risk, filter)), [risks, filter])
  const arrived = useRef(false)
  useEffect(() => {
    if (!arrived.current && openId && risks) table.current?.focusRow(openId)
    if (risks) arrived.current = true
  }, [openId, risks])
  if (!risks) return null
  const choose = (origin: SeedOrigin | null) => {
    if (origin === null) add.mutate({}, { onSuccess: ({ id }) => open(id) })
    else setDialog(origin)
  }
  const buttons = (
    <Group gap="xs">
      <AddMenu choose={choose} />
      <Button variant="default" onClick={() => setDialog('criteria')}>
        {t('criteria.button')}
      </Button>
    </Group>
  )
  const openRow = risks.find(({ id }) => id === openId)
  const focus = (id: string | undefined) => id !== undefined && table.current?.focusRow(id)
  const leave = () => {
    const [first] = selected
    unselect(selected)
    focus(first)
  }
  // These belong to the screen: the panel and the toolbar may be gone when the answer comes.
  const removeRisks = async (ids: string[]) => {
    const count = ids.length
    if (!(await confirmRemoval({ count, title: t('removal.title', { count }), goes: t('removal.goes') }))) return
    const at = shown.findIndex(({ id }) => id === ids[0])
    const neighbours = [...shown.slice(at), ...shown.slice(0, at).reverse()]
    const next = neighbours.find(({ id }) => !ids.includes(id))
    const done = () => {
      unselect(selected)
      open()
      focus(next?.id)
    }
    remove.mutate({ ids }, { onSuccess: done })
  }
  const showAll = () => {
    setFilter(null)
    focus(shown[0]?.id ?? risks[0]?.id)
  }
  return (
    <>
      <div className={styles.screen}>
        {risks.length > 0 && <Overview risks={risks} filter={filter} setFilter={setFilter} />}
        <div className={styles.table}>
          <DataTable
            ref={table}
            label={t('title')}
            views="risks"
            rows={shown}
            columns={columns}
            rowId={({ id }) => id}
            openId={openId ?? null}
            onOpen={({ id }) => open(id)}
            selected={selected}
            onSelect={select}
            toolbar={
              <>
                <FilterTag filter={filter} clear={showAll} />
                <Group gap="xs" style={{ marginInlineStart: 'auto' }}>
                  {selected.size > 0 ? (
                    <>
                      <BulkEdit
                        count={selected.size}
                        fields={sharedRiskFields.shape}
                        quick={['treatment', 'treatmentStatus', 'state']}
                        area="risk"
                        give={(values) => change.mutate({ ids: [...selected], fields: sharedRiskFields.partial().parse(values) })}
                        unselect={leave}
                      />
                      <Button
                        variant="default"
                        leftSection={<IconTrash size={14} aria-hidden />}
                        onClick={() => void removeRisks([...selected])}
                      >
                        {t('remove')}
                      </Button>
                    </>
                  ) : (
                    buttons
                  )}
                </Group>
              </>
            }
            empty={
              filter === null ? (
                <EmptyState title={t('emptyTitle')} action={buttons}>
                  {t('empty')}
                </EmptyState>
              ) : (
                <EmptyState title={t('emptyFilterTitle')} action={<Button onClick={showAll}>{t('matrix.showAll')}</Button>}>
                  {t('emptyFilter')}
                </EmptyState>
              )
            }
          />
        </div>
      </div>
      {openRow && (
        <RiskPanel
          id={openRow.id}
          close={() => {
            table.current?.focusRow(openRow.id)
            open()
          }}
          remove={() => void removeRisks([openRow.id])}
        />
      )}
      {dialog === 'criteria' && <CriteriaDialog close={() => setDialog(null)} />}
      {dialog !== null && dialog !== 'criteria' && (
        <AddRisks origin={dialog} close={() => setDialog(null)} added={([first]) => first !== undefined && open(first)} />
      )}
    </>
  )
}

interface Filtering {
  filter: RiskFilter
  setFilter: (filter: RiskFilter) => void
}

/** Matrix and numbers above the table; they can be put away to give it the room. */
function Overview({ risks, filter, setFilter }: Filtering & { risks: RiskRow[] }) {
  const { t } = useTranslation('risk')
  const { data: criteria } = useProcedure('risk.criteria', {})
  const { data: matrix } = useProcedure('risk.matrix', {})
  const [stage, setStage] = useState<Stage>('current')
  const [isShown, setShown] = useState(true)
  if (!criteria || !matrix) return null
  const Arrow = isShown ? IconChevronUp : IconChevronDown
  return (
    <div className={styles.overview}>
      {isShown && (
        <>
          <RiskMatrix {...{ risks, criteria, stage, setStage, filter, setFilter }} levels={matrix.levels} />
          <RiskSummary {...{ risks, filter, setFilter }} />
        </>
      )}
      <Button
        variant="subtle"
        color="gray"
        size="compact-xs"
        className={styles.toggle}
        aria-expanded={isShown}
        rightSection={<Arrow size={14} aria-hidden />}
        onClick={() => setShown(!isShown)}
      >
        {t(isShown ? 'matrix.hide' : 'matrix.show')}
      </Button>
    </div>
  )
}

/** Says by what the table is filtered, and takes the filter away. */
function FilterTag({ filter, clear }: { filter: RiskFilter; clear: () => void }) {
  const { t } = useTranslation('risk')
  const { data: criteria } = useProcedure('risk.criteria', {})
  if (filter === null || !criteria) return null
  const words =
    filter.kind === 'group'
      ? t(`summary.${filter.group}`)
      : t('matrix.filtered', {
          stage: t(`stage.${filter.stage}`),
          likelihood: stepWord(criteria.likelihood, filter.likelihood),
          consequence: stepWord(criteria.consequence, filter.consequence),
        })
  return (
    <Button
      variant="light"
      size="compact-xs"
      rightSection={<IconX size={12} aria-hidden />}
      aria-label={`${words}. ${t('matrix.showAll')}`}
      onClick={clear}
    >
      {words}
    </Button>
  )
}
