import { Group, Text } from '@mantine/core'
import type { TFunction } from 'i18next'
import type { z } from 'zod'
import { type EntryRow, type EntryValue, type RegisterId, registers } from '../../../src-main/contract/registers/index.ts'
import { progressOfFields } from '../../../src-main/contract/registers/progress.ts'
import { stateTones, toneOf } from '../../../src-main/contract/registers/tones.ts'
import type { TableColumn } from '../../ui/DataTable.tsx'
import { StateOf } from '../../ui/entry/StateOf.tsx'
import { type FieldKind, fieldKind } from '../../ui/field-kind.ts'
import { moment } from '../../ui/moment.ts'
import { StateTag } from '../../ui/StateTag.tsx'
import { ProgressBar } from './Progress.tsx'

const widths: Record<FieldKind['kind'], number> = { choice: 136, choices: 180, number: 92, day: 116, moment: 140, line: 168, text: 260 }

/** A value in words. */
export function wordsOf(t: TFunction, register: RegisterId, field: string, kind: FieldKind, value: EntryValue | undefined): string {
  if (value === null || value === undefined) return ''
  if (kind.kind === 'moment') return moment(String(value))
  const word = (choice: string) =>
    kind.kind === 'choice' || (kind.kind === 'choices' && kind.options.length > 0) ? t(`register-${register}:${field}.${choice}`) : choice
  return Array.isArray(value) ? value.map(word).join(', ') : word(String(value))
}

/** The columns of a register's table, made from its definition. */
export function registerColumns(t: TFunction, register: RegisterId): TableColumn<EntryRow>[] {
  const { columns, fields, due } = registers[register]
  const shape: Record<string, z.ZodType> = { ...fields.shape }
  const column = (field: string): TableColumn<EntryRow>[] => {
    const schema = shape[field]
    return schema ? [fieldColumn(t, register, field, fieldKind(schema), field === due)] : []
  }
  // How an entry stands is in sight on a narrow window too, and beside an open panel.
  const isStanding = (field: string) => field in stateTones[register] || field === due
  const standing = columns.filter(isStanding)
  const others = [...columns.filter((field) => !isStanding(field)), 'owner']
  return [
    {
      id: 'reference',
      title: t(`register-${register}:fields.reference`),
      width: 88,
      text: ({ fields: { reference } }) => String(reference),
      render: ({ fields: { reference } }) => (
        <Text size="sm" fw={600}>
          {String(reference)}
        </Text>
      ),
    },
    {
      id: 'title',
      title: t(`register-${register}:fields.title`),
      width: 260,
      text: ({ fields: { title } }) => String(title),
      render: ({ fields: { title } }) => (
        <Text size="sm" lineClamp={2}>
          {String(title)}
        </Text>
      ),
    },
    ...standing.flatMap(column),
    ...(register === 'objectives' ? [progressColumn(t)] : []),
    ...others.flatMap(column),
  ]
}

function fieldColumn(t: TFunction, register: RegisterId, field: string, kind: FieldKind, isDue: boolean): TableColumn<EntryRow> {
  const words = ({ fields }: EntryRow) => wordsOf(t, register, field, kind, fields[field])
  const isChoice = kind.kind === 'choice' || kind.kind === 'choices'
  return {
    id: field,
    title: t(`register-${register}:fields.${field}`),
    width: widths[kind.kind],
    text: words,
    ...(kind.kind === 'number' ? { align: 'right' as const } : {}),
    ...(isChoice
      ? {
          filter: ({ fields }: EntryRow) => [fields[field] ?? []].flat().map(String),
          word: (value: string) => wordsOf(t, register, field, kind, value),
          order: kind.options,
        }
      : {}),
    ...(field === 'owner' ? { filter: ({ fields: { owner } }: EntryRow) => [String(owner ?? '')] } : {}),
    render: (row) => <Value register={register} field={field} row={row} words={words(row)} isDue={isDue} />,
  }
}

/** A state with its shape, a day that has passed marked as late, anything else in at most two lines. */
function Value({
  register,
  field,
  row,
  words,
  isDue,
}: {
  register: RegisterId
  field: string
  row: EntryRow
  words: string
  isDue: boolean
}) {
  if (toneOf(register, field, row.fields[field])) return <StateOf register={register} field={field} value={row.fields[field]} />
  if (isDue && row.isOverdue)
    return (
      <Group gap={4} wrap="nowrap">
        <StateTag tone="poor" bare>
          {words}
        </StateTag>
      </Group>
    )
  return (
    <Text size="sm" lineClamp={2}>
      {words}
    </Text>
  )
}

/** How far an objective is; sorted by its share. */
const progressColumn = (t: TFunction): TableColumn<EntryRow> => ({
  id: 'progress',
  title: t('register-objectives:progress.title'),
  width: 168,
  text: ({ fields }) => String(progressOfFields(fields) ?? ''),
  render: ({ fields }) => <ProgressBar fields={fields} />,
})
