import { Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { z } from 'zod'
import { type Entry, registers } from '../../../src-main/contract/registers/index.ts'
import { useChange } from '../../app/calls.ts'
import { fieldKind } from '../field-kind.ts'
import { RecordField } from '../RecordField.tsx'
import styles from './EntryFields.module.css'
import { useOpenChoices } from './open-choices.ts'

/** The form of an entry, in the order of its definition: short fields in pairs, texts over the whole width, long forms in parts. */
export function EntryFields({ entry: { register, id, fields } }: { entry: Entry }) {
  const area = `register-${register}`
  const { t } = useTranslation(area)
  const update = useChange('registers.update', { quiet: true })
  const choices = useOpenChoices(register)
  const shape: Record<string, z.ZodType> = { ...registers[register].fields.shape }
  const isShort = (field: string) => {
    const schema = shape[field]
    return schema !== undefined && field !== 'title' && ['choice', 'number', 'day', 'line'].includes(fieldKind(schema).kind)
  }
  const widths = inPairs(Object.keys(shape), isShort)
  return (
    <div className={styles.fields}>
      {Object.entries(shape).map(([field, schema]) => {
        const part = t(`parts.${field}`, { defaultValue: '' })
        const help = t(`help.${field}`, { defaultValue: '' })
        return (
          <div key={field} style={{ display: 'contents' }}>
            {part !== '' && (
              <Text className={styles.part} component="h3" size="sm" fw={600}>
                {part}
              </Text>
            )}
            <div className={widths.get(field) === 'half' ? undefined : styles.wide}>
              <RecordField
                schema={schema}
                area={area}
                field={field}
                record={id}
                value={fields[field] ?? null}
                save={(value) => update.mutateAsync({ register, id, fields: { [field]: value } })}
                autoFocus={field === 'title' && fields.title === t('newTitle')}
                {...(choices[field] ? { choices: choices[field] } : {})}
                {...(help === '' ? {} : { description: help })}
              />
            </div>
          </div>
        )
      })}
    </div>
  )
}

/** Two short fields that follow each other share a line; one that stands alone has it for itself, so that no hole is left. */
function inPairs(fields: readonly string[], isShort: (field: string) => boolean): Map<string, 'half' | 'whole'> {
  const widths = new Map<string, 'half' | 'whole'>()
  for (const [index, field] of fields.entries()) {
    if (widths.has(field)) continue
    const next = fields[index + 1]
    const isPair = isShort(field) && next !== undefined && isShort(next)
    widths.set(field, isPair ? 'half' : 'whole')
    if (isPair) widths.set(next, 'half')
  }
  return widths
}
