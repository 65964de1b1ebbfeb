import { Button, Group, Menu, Popover, SimpleGrid, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { z } from 'zod'
import type { FieldValue } from './draft.ts'
import { type Choice, FieldInput } from './FieldInput.tsx'
import { fieldKind } from './field-kind.ts'

interface BulkEditProps {
  /** Rows that are selected. */
  count: number
  /** Schemas of the fields that can be given, from the contract. */
  fields: Record<string, z.ZodType>
  /** Choices that have a button of their own; the others are behind "More fields". */
  quick: readonly string[]
  /** Area of the language files, and where a choice is said with other words than the field's name. */
  area: string
  words?: Record<string, string>
  /** What lists can hold, where their schema leaves that open. */
  choices?: Record<string, readonly Choice[]>
  /** Gives every selected row these values, as one change. */
  give: (values: Record<string, FieldValue>) => void
  unselect: () => void
}

/** Gives every selected row the same values. Stands in the table's toolbar while rows are selected. */
export function BulkEdit({ count, fields, quick, area, words = {}, choices = {}, give, unselect }: BulkEditProps) {
  const { t } = useTranslation([area, 'ui'])
  const others = Object.keys(fields).filter((field) => !quick.includes(field))
  const word = (field: string) => (choice: string) => t(`${area}:${words[field] ?? field}.${choice}`)
  const label = t('ui:bulk.selected', { count })
  return (
    <Group gap="xs" role="group" aria-label={label}>
      <Text size="sm" fw={600}>
        {label}
      </Text>
      {quick.map((field) => (
        <ChoiceMenu
          key={field}
          title={t(`${area}:fields.${field}`)}
          schema={fields[field]}
          word={word(field)}
          give={(value) => give({ [field]: value })}
        />
      ))}
      {others.length > 0 && (
        <More
          fields={others.map((field) => ({
            field,
            schema: fields[field],
            label: t(`${area}:fields.${field}`),
            word: word(field),
            choices: choices[field],
          }))}
          give={give}
        />
      )}
      <Button variant="subtle" onClick={unselect}>
        {t('ui:bulk.unselect')}
      </Button>
    </Group>
  )
}

function ChoiceMenu({
  title,
  schema,
  word,
  give,
}: {
  title: string
  schema: z.ZodType | undefined
  word: (choice: string) => string
  give: (value: string | null) => void
}) {
  const { t } = useTranslation('ui')
  const kind = schema && fieldKind(schema)
  if (kind?.kind !== 'choice') return null
  return (
    <Menu>
      <Menu.Target>
        <Button variant="default">{title}</Button>
      </Menu.Target>
      <Menu.Dropdown mah="60vh" style={{ overflowY: 'auto' }}>
        {kind.options.map((option) => (
          <Menu.Item key={option} onClick={() => give(option)}>
            {word(option)}
          </Menu.Item>
        ))}
        {kind.nullable && (
          <>
            <Menu.Divider />
            <Menu.Item onClick={() => give(null)}>{t('withoutValue')}</Menu.Item>
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  )
}

interface MoreField {
  field: string
  schema: z.ZodType | undefined
  label: string
  word: (choice: string) => string
  choices: readonly Choice[] | undefined
}

/** Values that were filled in; spaces around a text are not part of it. */
function filled(values: Record<string, FieldValue>): Record<string, FieldValue> {
  const trimmed = Object.entries(values).map(([field, value]) => [field, typeof value === 'string' ? value.trim() : value] as const)
  return Object.fromEntries(trimmed.filter(([, value]) => value !== null && value !== '' && !(Array.isArray(value) && value.length === 0)))
}

/** Fields that are filled are given; those that are left empty stay as they are in each row. */
function More({ fields, give }: { fields: MoreField[]; give: (values: Record<string, FieldValue>) => void }) {
  const { t } = useTranslation('ui')
  const [isOpen, setIsOpen] = useState(false)
  const [values, setValues] = useState<Record<string, FieldValue>>({})
  const given = filled(values)
  const isNothing = Object.keys(given).length === 0
  return (
    <Popover opened={isOpen} onChange={setIsOpen} width={440} position="bottom-end" trapFocus returnFocus>
      <Popover.Target>
        <Button variant="default" aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
          {t('bulk.more')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('bulk.more')}>
        <Stack
          gap="sm"
          component="form"
          onSubmit={(event) => {
            event.preventDefault()
            if (isNothing) return
            give(given)
            setValues({})
            setIsOpen(false)
          }}
        >
          <SimpleGrid cols={2} spacing="sm" verticalSpacing="sm">
            {fields.map(
              ({ field, schema, label, word, choices }) =>
                schema && (
                  <FieldInput
                    key={field}
                    inside
                    schema={schema}
                    label={label}
                    word={word}
                    choices={choices}
                    value={values[field] ?? null}
                    onChange={(value) => setValues((before) => ({ ...before, [field]: value }))}
                    minRows={1}
                  />
                ),
            )}
          </SimpleGrid>
          <Button type="submit" disabled={isNothing}>
            {t('bulk.give')}
          </Button>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  )
}
