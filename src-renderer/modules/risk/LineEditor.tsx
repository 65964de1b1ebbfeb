import { Text } from '@mantine/core'
import { type KeyboardEvent, type PointerEvent, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { RiskCriteria, RiskLevel } from '../../../src-main/contract/risk.ts'
import { toneColours } from '../../ui/StateTag.tsx'
import styles from './LineEditor.module.css'
import { toneOfLevel } from './levels.ts'
import { edgesOf } from './MatrixGrid.tsx'

/** The line with one row moved; the rows beside it follow where it would rise with likelihood otherwise. */
export function withRow(line: readonly number[], row: number, accepted: number): number[] {
  return line.map((steps, index) => (index === row ? accepted : index < row ? Math.max(steps, accepted) : Math.min(steps, accepted)))
}

/** The matrix on which the acceptance line is drawn: dragged over the cells, or moved row by row with the arrow keys. */
export function LineEditor({
  criteria,
  levels,
  change,
}: {
  criteria: RiskCriteria
  levels: RiskLevel[][]
  change: (line: number[]) => void
}) {
  const { t } = useTranslation('risk')
  const { likelihood, consequence, acceptance } = criteria
  const board = useRef<HTMLDivElement>(null)
  const columns = { gridTemplateColumns: `repeat(${consequence.length}, 1fr)` }
  const rows = likelihood.map(({ word }, index) => ({ word, index })).reverse()
  const rangeOf = (row: number) => board.current?.querySelector<HTMLInputElement>(`input[data-row="${row}"]`)
  const draw = (event: PointerEvent<HTMLElement>) => {
    const tracks = [...(board.current?.querySelectorAll<HTMLElement>('[data-track]') ?? [])]
    const track = tracks.find((each) => event.clientY <= each.getBoundingClientRect().bottom) ?? tracks.at(-1)
    if (!track) return
    const { left, width } = track.getBoundingClientRect()
    const row = Number(track.dataset.track)
    const accepted = Math.round(((event.clientX - left) / width) * consequence.length)
    change(withRow(acceptance, row, Math.min(consequence.length, Math.max(0, accepted))))
    rangeOf(row)?.focus()
  }
  const onKeyDown = (event: KeyboardEvent<HTMLElement>, row: number) => {
    const by = event.key === 'ArrowUp' ? 1 : event.key === 'ArrowDown' ? -1 : 0
    if (by === 0) return
    event.preventDefault()
    rangeOf(row + by)?.focus()
  }
  const words = (accepted: number) => {
    if (accepted === 0) return t('criteria.acceptedNothing')
    if (accepted === consequence.length) return t('criteria.acceptedAll')
    return t('criteria.acceptedUpTo', { consequence: consequence[accepted - 1]?.word })
  }
  return (
    <div>
      <div
        ref={board}
        className={styles.board}
        onPointerDown={(event) => {
          event.preventDefault()
          event.currentTarget.setPointerCapture(event.pointerId)
          draw(event)
        }}
        onPointerMove={(event) => {
          if (event.currentTarget.hasPointerCapture(event.pointerId)) draw(event)
        }}
      >
        {rows.map(({ word, index }) => (
          <div key={index} className={styles.row}>
            <span className={styles.word} aria-hidden>
              {word}
            </span>
            <div className={styles.track} style={columns} data-track={index}>
              {consequence.map((step, column) => {
                const level = levels[index]?.[column] ?? 'open'
                const edges = edgesOf(acceptance, { likelihood: index + 1, consequence: column + 1 }, consequence.length)
                return (
                  <span key={step.word} aria-hidden className={`${styles.cell} ${edges}`} style={toneColours(toneOfLevel[level])}>
                    {t(`level.${level}`)}
                  </span>
                )
              })}
              <input
                type="range"
                className={styles.range}
                data-row={index}
                min={0}
                max={consequence.length}
                step={1}
                value={acceptance[index] ?? 0}
                aria-label={t('criteria.row', { likelihood: word })}
                aria-valuetext={words(acceptance[index] ?? 0)}
                onChange={({ currentTarget }) => change(withRow(acceptance, index, Number(currentTarget.value)))}
                onKeyDown={(event) => onKeyDown(event, index)}
              />
              <span className={styles.thumb} style={{ insetInlineStart: `${((acceptance[index] ?? 0) / consequence.length) * 100}%` }} />
            </div>
          </div>
        ))}
      </div>
      <div className={styles.columns} style={columns} aria-hidden>
        {consequence.map(({ word }) => (
          <span key={word}>{word}</span>
        ))}
      </div>
      <Text size="xs" c="dimmed" mt="xs">
        {t('criteria.lineHelp')}
      </Text>
    </div>
  )
}
