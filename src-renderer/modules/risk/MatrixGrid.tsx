import { Table, UnstyledButton } from '@mantine/core'
import { type CSSProperties, type KeyboardEvent, type ReactNode, useRef, useState } from 'react'
import type { RiskCriteria, RiskLevel } from '../../../src-main/contract/risk.ts'
import { toneColours } from '../../ui/StateTag.tsx'
import { type CellPlace, toneOfLevel } from './levels.ts'
import styles from './MatrixGrid.module.css'

interface MatrixGridProps {
  label: string
  criteria: RiskCriteria
  levels: RiskLevel[][]
  /** What stands in a cell. */
  content: (place: CellPlace) => ReactNode
  /** The cell in words. */
  words: (place: CellPlace, level: RiskLevel) => string
  isPressed: (place: CellPlace) => boolean
  onChoose: (place: CellPlace) => void
  onEscape?: () => void
  /** Pixels. */
  cellHeight?: number
}

const moves: Record<string, CellPlace> = {
  ArrowUp: { likelihood: 1, consequence: 0 },
  ArrowDown: { likelihood: -1, consequence: 0 },
  ArrowRight: { likelihood: 0, consequence: 1 },
  ArrowLeft: { likelihood: 0, consequence: -1 },
}

/** Where the acceptance line passes a cell. */
export function edgesOf(acceptance: readonly number[], { likelihood, consequence }: CellPlace, columns: number): string {
  const accepted = acceptance[likelihood - 1] ?? 0
  const above = acceptance[likelihood]
  const edges = [
    ...(consequence === accepted && accepted < columns ? [styles.right] : []),
    ...(consequence === 1 && accepted === 0 ? [styles.left] : []),
    ...(above !== undefined && consequence <= accepted && consequence > above ? [styles.top] : []),
  ]
  return edges.length === 0 ? '' : [styles.edge, ...edges].join(' ')
}

/** Likelihood upwards and consequence to the right, in the engagement's words, with the acceptance line. One cell is in the tab order; arrows move. */
export function MatrixGrid({ label, criteria, levels, content, words, isPressed, onChoose, onEscape, cellHeight = 32 }: MatrixGridProps) {
  const { likelihood, consequence, acceptance } = criteria
  const table = useRef<HTMLTableElement>(null)
  const [active, setActive] = useState<CellPlace>({ likelihood: likelihood.length, consequence: 1 })
  const clamp = (value: number, length: number) => Math.min(length, Math.max(1, value))
  const tabStop = { likelihood: clamp(active.likelihood, likelihood.length), consequence: clamp(active.consequence, consequence.length) }
  const onKeyDown = (event: KeyboardEvent<HTMLElement>, place: CellPlace) => {
    if (event.key === 'Escape' && onEscape) {
      event.preventDefault()
      return onEscape()
    }
    const move = moves[event.key]
    if (!move) return
    event.preventDefault()
    const next = {
      likelihood: clamp(place.likelihood + move.likelihood, likelihood.length),
      consequence: clamp(place.consequence + move.consequence, consequence.length),
    }
    setActive(next)
    table.current?.querySelector<HTMLElement>(`[data-cell="${next.likelihood}-${next.consequence}"]`)?.focus()
  }
  const rows = likelihood.map(({ word }, index) => ({ word, step: index + 1 })).reverse()
  return (
    <Table
      ref={table}
      role="grid"
      aria-label={label}
      className={styles.matrix}
      style={heightOf(cellHeight)}
      withRowBorders={false}
      verticalSpacing={0}
      horizontalSpacing={0}
    >
      <Table.Tbody>
        {rows.map(({ word, step }) => (
          <Table.Tr key={step}>
            <Table.Th scope="row" className={styles.row} title={word}>
              <span>{word}</span>
            </Table.Th>
            {consequence.map((_, index) => {
              const place = { likelihood: step, consequence: index + 1 }
              const level = levels[step - 1]?.[index] ?? 'open'
              const isTabStop = tabStop.likelihood === step && tabStop.consequence === index + 1
              return (
                <Table.Td
                  key={`${step}-${place.consequence}`}
                  className={`${styles.cell} ${edgesOf(acceptance, place, consequence.length)}`}
                >
                  <UnstyledButton
                    className={styles.button}
                    style={toneColours(toneOfLevel[level])}
                    data-cell={`${step}-${place.consequence}`}
                    tabIndex={isTabStop ? 0 : -1}
                    aria-label={words(place, level)}
                    aria-pressed={isPressed(place)}
                    onFocus={() => setActive(place)}
                    onKeyDown={(event) => onKeyDown(event, place)}
                    onClick={() => onChoose(place)}
                  >
                    {content(place)}
                  </UnstyledButton>
                </Table.Td>
              )
            })}
          </Table.Tr>
        ))}
        <Table.Tr>
          <Table.Td className={styles.row} />
          {consequence.map(({ word }) => (
            <Table.Th key={word} scope="col" className={styles.column} title={word}>
              {word}
            </Table.Th>
          ))}
        </Table.Tr>
      </Table.Tbody>
    </Table>
  )
}

/** A custom property is no key of CSSProperties. */
const heightOf = (pixels: number): CSSProperties & Record<'--cell-height', string> => ({ '--cell-height': `${pixels}px` })
