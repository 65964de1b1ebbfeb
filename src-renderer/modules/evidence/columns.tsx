import { Text } from '@mantine/core'
import type { TFunction } from 'i18next'
import type { EvidenceFields, EvidenceRow } from '../../../src-main/contract/evidence.ts'
import { validities } from '../../../src-main/contract/evidence.ts'
import { registers } from '../../../src-main/contract/registers/index.ts'
import type { TableColumn } from '../../ui/DataTable.tsx'
import { sizeWords, stateTone, validityTone } from '../../ui/evidence-words.ts'
import { StateTag } from '../../ui/StateTag.tsx'

const { kind, state } = registers.evidence.fields.shape

/** Columns of the table of evidence, the most telling first. */
export function evidenceColumns(t: TFunction): TableColumn<EvidenceRow>[] {
  const title = (field: keyof EvidenceFields) => t(`register-evidence:fields.${field}`)
  const word = (field: 'kind' | 'state') => (value: string) => t(`register-evidence:${field}.${value}`)
  const due = ({ fields }: EvidenceRow) => fields.dueDate ?? ''
  return [
    {
      id: 'reference',
      title: title('reference'),
      width: 84,
      text: ({ fields }) => fields.reference,
      render: ({ fields }) => (
        <Text size="sm" fw={600}>
          {fields.reference}
        </Text>
      ),
    },
    {
      id: 'title',
      title: title('title'),
      width: 280,
      text: ({ fields }) => fields.title,
      render: ({ fields }) => (
        <Text size="sm" lineClamp={2}>
          {fields.title}
        </Text>
      ),
    },
    {
      id: 'state',
      title: title('state'),
      width: 124,
      text: ({ fields }) => word('state')(fields.state),
      filter: ({ fields }) => [fields.state],
      word: word('state'),
      order: state.options,
      render: ({ fields }) => <StateTag tone={stateTone[fields.state]}>{word('state')(fields.state)}</StateTag>,
    },
    {
      id: 'file',
      title: t('columns.file'),
      width: 190,
      text: ({ file, fields }) => file?.name ?? fields.location,
      render: ({ file, fields }) => (
        <div style={{ minWidth: 0 }}>
          <Text size="sm" truncate>
            {file?.name ?? fields.location}
          </Text>
          {file && (
            <Text size="xs" c="dimmed">
              {sizeWords(t, file.size)}
            </Text>
          )}
        </div>
      ),
    },
    {
      id: 'requestedFrom',
      title: title('requestedFrom'),
      width: 170,
      text: ({ fields }) => fields.requestedFrom,
      filter: ({ fields }) => [fields.requestedFrom],
      render: ({ fields }) => (
        <Text size="sm" lineClamp={2}>
          {fields.requestedFrom}
        </Text>
      ),
    },
    {
      id: 'dueDate',
      title: title('dueDate'),
      width: 120,
      text: due,
      render: (row) =>
        row.isOverdue ? (
          <StateTag tone="poor" bare>
            {due(row)}
          </StateTag>
        ) : (
          <Text size="sm">{due(row)}</Text>
        ),
    },
    {
      id: 'validity',
      title: t('columns.validity'),
      width: 150,
      text: ({ fields, validity }) => fields.validUntil ?? t(`validity.${validity}`),
      filter: ({ validity }) => [validity],
      word: (value) => t(`validity.${value}`),
      order: validities,
      render: ({ fields, validity }) =>
        validity === 'unlimited' ? null : (
          <div>
            <StateTag tone={validityTone[validity]} bare>
              {t(`validity.${validity}`)}
            </StateTag>
            <Text size="xs" c="dimmed">
              {fields.validUntil}
            </Text>
          </div>
        ),
    },
    {
      id: 'uses',
      title: t('columns.uses'),
      width: 84,
      align: 'right',
      text: ({ uses }) => String(uses),
      render: ({ uses }) => <Text size="sm">{uses}</Text>,
    },
    {
      id: 'kind',
      title: title('kind'),
      width: 110,
      text: ({ fields }) => word('kind')(fields.kind),
      filter: ({ fields }) => [fields.kind],
      word: word('kind'),
      order: kind.options,
      render: ({ fields }) => <Text size="sm">{word('kind')(fields.kind)}</Text>,
    },
  ]
}
