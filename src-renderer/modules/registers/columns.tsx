import { Group, Text } from '@mantine/core'
import type { TFunction } from 'i18next'
import type { z } from 'zod'
import { type EntryRow, type EntryValue, type RegisterId, registers } from '../../../src-main/contract/registers/index.ts'
import type { TableColumn } from '../../ui/DataTable.tsx'
import { type FieldKind, fieldKind } from '../../ui/field-kind.ts'
import { moment } from '../../ui/moment.ts'
import { StateTag } from '../../ui/StateTag.tsx'

const widths: Record<FieldKind['kind'], number> = { choice: 128, choices: 180, number: 96, day: 112, moment: 136, line: 160, text: 240 }

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
      width: 250,
      text: ({ fields: { title } }) => String(title),
      render: ({ fields: { title } }) => (
        <Text size="sm" lineClamp={2}>
          {String(title)}
        </Text>
      ),
    },
    ...[...columns, 'owner'].flatMap((field): TableColumn<EntryRow>[] => {
      const schema = shape[field]
      return schema ? [fieldColumn(t, register, field, fieldKind(schema), field === due)] : []
    }),
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
    render: (row) =>
      isDue && row.isOverdue ? (
        <Group gap={4} wrap="nowrap">
          <StateTag tone="poor" bare>
            {words(row)}
          </StateTag>
        </Group>
      ) : (
        <Text size="sm" lineClamp={2}>
          {words(row)}
        </Text>
      ),
  }
}
