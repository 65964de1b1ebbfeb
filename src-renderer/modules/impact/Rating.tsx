import { Select, TextInput } from '@mantine/core'
import type { KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { type Impact, type ImpactGuide, impactFields } from '../../../src-main/contract/impact.ts'
import { useChange } from '../../app/calls.ts'
import { useAutosave } from '../../ui/autosave.ts'
import styles from './Impact.module.css'
import { inputId } from './place.ts'

export type RatingField = 'severity' | 'reach' | 'reversibility' | 'likelihood' | 'residualSeverity' | 'residualLikelihood'

/** The scale whose words a rating has. */
export const scaleOf: Record<RatingField, keyof ImpactGuide['scales']> = {
  severity: 'severity',
  reach: 'reach',
  reversibility: 'reversibility',
  likelihood: 'likelihood',
  residualSeverity: 'severity',
  residualLikelihood: 'likelihood',
}

/** As the labels of the fields beside it. */
export const quietLabel = { fz: 'xs', fw: 500, c: 'dimmed' } as const

interface RatingProps {
  impact: Impact
  field: RatingField
}

/** One rating on its way to the file: the table and the panel show the same one. */
function useRating({ impact, field }: RatingProps) {
  const update = useChange('impact.updateImpact', { quiet: true })
  return useAutosave(`${impact.id}/${field}`, impact[field], (value) =>
    update.mutateAsync({ id: impact.id, fields: impactFields.partial().parse({ [field]: value }) }),
  )
}

/** The inputs of all ratings in their order on the screen. */
const ratingInputs = () => [...document.querySelectorAll<HTMLInputElement>('input[data-rating]')]

function moveFrom(input: HTMLInputElement, by: number): void {
  const all = ratingInputs()
  all[all.indexOf(input) + by]?.focus()
}

/** A rating by one key: a digit sets it and goes on to the next, Backspace clears it, the arrows move. */
export function RatingInput({ impact, field, onFocus }: RatingProps & { onFocus: (field: RatingField) => void }) {
  const { t } = useTranslation('impact')
  const { draft, change, failure } = useRating({ impact, field })
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const moves: Record<string, number> = { ArrowRight: 1, ArrowLeft: -1 }
    const by = moves[event.key]
    if (by !== undefined) {
      event.preventDefault()
      moveFrom(event.currentTarget, by)
    } else if (/^[1-5]$/.test(event.key)) {
      event.preventDefault()
      change(Number(event.key), { now: true })
      moveFrom(event.currentTarget, 1)
    } else if (event.key === 'Backspace' || event.key === 'Delete' || event.key === '0') {
      event.preventDefault()
      change(null, { now: true })
    } else if (event.key.length === 1) event.preventDefault()
  }
  return (
    <TextInput
      data-rating
      id={inputId(field, impact.id)}
      className={styles.rating ?? ''}
      aria-label={t('ratingOf', { field: t(`fields.${field}`), impact: impact.description || t('unnamed') })}
      inputMode="numeric"
      maxLength={1}
      value={draft === null ? '' : String(draft)}
      // What is typed by keys is taken above; this is for a phone's keyboard and for a paste.
      onChange={({ currentTarget }) => {
        const digit = /[1-5]/.exec(currentTarget.value)?.[0]
        change(digit === undefined ? null : Number(digit), { now: true })
      }}
      onFocus={({ currentTarget }) => {
        currentTarget.select()
        onFocus(field)
      }}
      onKeyDown={onKeyDown}
      error={failure !== null}
    />
  )
}

/** The same rating with the words of its scale. */
export function RatingSelect({ impact, field, guide }: RatingProps & { guide: ImpactGuide }) {
  const { t } = useTranslation(['impact', 'ui'])
  const { draft, change, failure } = useRating({ impact, field })
  return (
    <Select
      label={t(`fields.${field}`)}
      labelProps={quietLabel}
      data={guide.scales[scaleOf[field]].map(({ word }, index) => ({ value: String(index + 1), label: `${index + 1} ${word}` }))}
      value={draft === null ? null : String(draft)}
      onChange={(value) => change(value === null ? null : Number(value), { now: true })}
      clearable
      clearButtonProps={{ 'aria-label': t('ui:clear') }}
      placeholder={t('notRated')}
      error={failure}
    />
  )
}
