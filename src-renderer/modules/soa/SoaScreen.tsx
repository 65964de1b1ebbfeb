import { Button, Group, Progress, Text, Tooltip } from '@mantine/core'
import { IconAlertTriangle, IconPlus } from '@tabler/icons-react'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Decision, type DecisionField, decisionFields, type LintFinding } from '../../../src-main/contract/soa.ts'
import { useChange, useProcedure } from '../../app/calls.ts'
import { BulkEdit } from '../../ui/BulkEdit.tsx'
import { DataTable, type DataTableHandle, type TableColumn } from '../../ui/DataTable.tsx'
import type { FieldValue } from '../../ui/draft.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { RecordField } from '../../ui/RecordField.tsx'
import { useSelection } from '../../ui/selection.ts'
import { AddControl } from './AddControl.tsx'
import { Approve } from './Approve.tsx'
import { CalledForCell } from './CalledFor.tsx'
import { DecisionPanel } from './DecisionPanel.tsx'
import { LintList } from './LintList.tsx'
import { Proposals, ProposalsButton } from './Proposals.tsx'
import { Versions } from './Versions.tsx'

/** In which words of the language file a choice is said. */
const wordsOf: Partial<Record<DecisionField, string>> = { reasons: 'reason' }
/** Fields that many rows can be given the same value for. */
const shared = decisionFields.pick({ applicability: true, status: true, reasons: true, responsible: true, reviewDate: true })

type Dialog = 'approve' | 'versions' | 'add' | 'proposals' | null

/** The Statement of Applicability: one row for each control, edited in place, and what an auditor would raise. */
export function SoaScreen() {
  const { t } = useTranslation('soa')
  const navigate = useNavigate()
  const { handle } = useParams({ from: '/e/$handle' })
  const { code: openCode, field, group } = useSearch({ strict: false })
  const { data: decisions } = useProcedure('soa.decisions', {})
  const { data: findings = [] } = useProcedure('soa.lint', {})
  const decide = useChange('soa.decide', { quiet: true })
  const decideMany = useChange('soa.decideMany')
  const { selected, select, unselect } = useSelection()
  const [dialog, setDialog] = useState<Dialog>(group === 'proposals' ? 'proposals' : null)
  const table = useRef<DataTableHandle>(null)
  const open = (code?: string, jumpTo?: string) =>
    void navigate({ to: `/e/${handle}/soa`, search: { ...(code ? { code } : {}), ...(jumpTo ? { field: jumpTo } : {}) }, replace: true })
  const findingsOf = useMemo(() => Map.groupBy(findings, ({ code }) => code), [findings])
  const columns = useMemo((): TableColumn<Decision>[] => {
    const inPlace = (name: DecisionField) => (row: Decision) => (
      <RecordField
        bare
        schema={decisionFields.shape[name]}
        area="soa"
        field={name}
        words={wordsOf[name] ?? name}
        record={row.id}
        value={row[name]}
        save={(value: FieldValue) => decide.mutateAsync({ code: row.code, fields: decisionFields.partial().parse({ [name]: value }) })}
      />
    )
    const why = (row: Decision) => (row.applicability === 'excluded' ? inPlace('exclusionJustification')(row) : inPlace('reasons')(row))
    return [
      {
        id: 'code',
        title: t('columns.control'),
        width: 212,
        text: ({ code, title }) => `${code} ${title}`,
        render: (row) => <ControlCell row={row} findings={findingsOf.get(row.code) ?? []} />,
      },
      {
        id: 'applicability',
        title: t('fields.applicability'),
        width: 124,
        text: ({ applicability }) => t(`applicability.${applicability}`),
        render: inPlace('applicability'),
      },
      {
        id: 'why',
        title: t('columns.why'),
        width: 240,
        text: ({ reasons, reasonText, exclusionJustification }) => [...reasons, reasonText, exclusionJustification].join(' '),
        render: why,
      },
      {
        id: 'calledFor',
        title: t('calledFor.title'),
        width: 148,
        text: ({ basis }) => [...basis.risks, ...basis.duties, ...basis.assessments, ...basis.systems].join(' '),
        render: (row) => <CalledForCell decision={row} />,
      },
      {
        id: 'status',
        title: t('fields.status'),
        width: 172,
        text: ({ status }) => t(`status.${status}`),
        render: (row) => (row.applicability === 'excluded' ? null : inPlace('status')(row)),
      },
      {
        id: 'implementation',
        title: t('fields.implementation'),
        width: 260,
        text: ({ implementation }) => implementation,
        render: (row) => (row.applicability === 'excluded' ? null : inPlace('implementation')(row)),
      },
      {
        id: 'responsible',
        title: t('fields.responsible'),
        width: 150,
        text: ({ responsible }) => responsible,
        render: inPlace('responsible'),
      },
      { id: 'evidence', title: t('fields.evidence'), width: 180, text: ({ evidence }) => evidence, render: inPlace('evidence') },
      {
        id: 'reviewDate',
        title: t('fields.reviewDate'),
        width: 140,
        text: ({ reviewDate }) => reviewDate ?? '',
        render: inPlace('reviewDate'),
      },
    ]
  }, [t, findingsOf, decide.mutateAsync])
  const arrived = useRef(false)
  useEffect(() => {
    if (!arrived.current && openCode && !field && decisions) table.current?.focusRow(openCode)
    if (decisions) arrived.current = true
  }, [openCode, field, decisions])
  if (!decisions) return null
  const openRow = decisions.find(({ code }) => code === openCode)
  return (
    <>
      <div style={{ display: 'flex', flexDirection: 'column', flex: 1, minWidth: 0, minHeight: 0 }}>
        <SummaryBar findings={findings} open={open} setDialog={setDialog} />
        <DataTable
          ref={table}
          label={t('title')}
          rows={decisions}
          columns={columns}
          rowId={({ code }) => code}
          rowHeight={100}
          groupOf={({ objective, objectiveTitle, custom }) => (custom ? objectiveTitle : `${objective}  ${objectiveTitle}`)}
          openId={openCode ?? null}
          onOpen={({ code }) => open(code)}
          selected={selected}
          onSelect={select}
          toolbar={
            selected.size > 0 ? (
              <BulkEdit
                count={selected.size}
                fields={shared.shape}
                quick={['applicability', 'status']}
                area="soa"
                words={wordsOf}
                give={(values) => decideMany.mutate({ codes: [...selected], fields: shared.partial().parse(values) })}
                unselect={() => unselect(selected)}
              />
            ) : (
              <StatementButtons setDialog={setDialog} />
            )
          }
          empty={<EmptyState title={t('title')}>{t('report.noRows')}</EmptyState>}
        />
      </div>
      {openRow && (
        <DecisionPanel
          decision={openRow}
          findings={findingsOf.get(openRow.code) ?? []}
          field={field}
          close={() => {
            table.current?.focusRow(openRow.code)
            open()
          }}
        />
      )}
      {dialog === 'approve' && <Approve close={() => setDialog(null)} />}
      {dialog === 'proposals' && <Proposals close={() => setDialog(null)} />}
      {dialog === 'versions' && <Versions close={() => setDialog(null)} />}
      {dialog === 'add' && <AddControl close={() => setDialog(null)} added={(code) => open(code)} />}
    </>
  )
}

/** Code, title and lint marks. */
function ControlCell({ row, findings }: { row: Decision; findings: LintFinding[] }) {
  const { t } = useTranslation('soa')
  const errors = findings.filter(({ severity }) => severity === 'error').length
  return (
    <Group gap={6} wrap="nowrap" align="flex-start">
      <div style={{ flex: 1, minWidth: 0 }}>
        <Text size="sm" fw={600}>
          {row.code}
        </Text>
        <Text size="xs" c="dimmed">
          {row.title}
        </Text>
      </div>
      {findings.length > 0 && (
        <Tooltip multiline maw={380} label={findings.map(({ sentence }) => sentence).join(' ')}>
          <Group
            gap={2}
            wrap="nowrap"
            c={errors > 0 ? 'var(--tone-poor-strong)' : 'var(--tone-fair-strong)'}
            role="img"
            aria-label={t('marks', { count: findings.length })}
          >
            <IconAlertTriangle size={14} aria-hidden />
            <Text size="xs" fw={600} inherit aria-hidden>
              {findings.length}
            </Text>
          </Group>
        </Tooltip>
      )}
    </Group>
  )
}

/** What is decided, what is left, and where an auditor would look. */
function SummaryBar({
  findings,
  open,
  setDialog,
}: {
  findings: LintFinding[]
  open: (code?: string, field?: string) => void
  setDialog: (dialog: Dialog) => void
}) {
  const { t } = useTranslation('soa')
  const { data: summary } = useProcedure('soa.summary', {})
  if (!summary) return null
  const decided = summary.controls - summary.undecided
  return (
    <Group px="md" pt="sm" gap="lg" wrap="wrap">
      <div style={{ minWidth: 180 }}>
        <Text size="sm" fw={600}>
          {t('decided', { decided, controls: summary.controls })}
        </Text>
        <Progress.Root size={6} mt={4}>
          <Progress.Section
            value={(summary.applicable / Math.max(1, summary.controls)) * 100}
            color="accent"
            aria-label={t('applicability.applicable')}
          />
          <Progress.Section
            value={(summary.excluded / Math.max(1, summary.controls)) * 100}
            color="gray"
            aria-label={t('applicability.excluded')}
          />
        </Progress.Root>
      </div>
      <Text size="sm" c="dimmed">
        {t('counts', { applicable: summary.applicable, excluded: summary.excluded, implemented: summary.implemented })}
      </Text>
      <LintList findings={findings} jump={open} approve={() => setDialog('approve')} />
      <ProposalsButton open={() => setDialog('proposals')} />
    </Group>
  )
}

/** What is done with the statement as a whole; beside the search, and in its place what is done with the rows that are selected. */
function StatementButtons({ setDialog }: { setDialog: (dialog: Dialog) => void }) {
  const { t } = useTranslation('soa')
  const { data: summary } = useProcedure('soa.summary', {})
  if (!summary) return null
  return (
    <Group gap="xs" style={{ marginInlineStart: 'auto' }}>
      <Button variant="default" leftSection={<IconPlus size={14} aria-hidden />} onClick={() => setDialog('add')}>
        {t('addControl')}
      </Button>
      <Button variant="default" onClick={() => setDialog('versions')}>
        {summary.latestVersion === null ? t('noVersion') : t('versions', { number: summary.latestVersion })}
      </Button>
      <Button onClick={() => setDialog('approve')}>{t('approve')}</Button>
    </Group>
  )
}
