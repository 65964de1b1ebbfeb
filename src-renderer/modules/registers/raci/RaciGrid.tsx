import { Table, Text, UnstyledButton } from '@mantine/core'
import { type KeyboardEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RaciActivity, RaciLetter, RaciMatrix, RaciRole } from '../../../../src-main/contract/raci.ts'
import { useChange } from '../../../app/calls.ts'
import { SideEdge } from '../../../ui/SideEdge.tsx'
import { StateTag, toneColours } from '../../../ui/StateTag.tsx'
import { ActivityMenu } from './ActivityMenu.tsx'
import styles from './Raci.module.css'

const cellId = (activityId: string, roleId: string) => `raci-${activityId}-${roleId}`
export const focusCell = (activityId: string, roleId: string) =>
  void requestAnimationFrame(() => document.getElementById(cellId(activityId, roleId))?.focus())

const letterOfKey: Record<string, RaciLetter | null> = { r: 'R', a: 'A', b: 'AR', c: 'C', i: 'I', Delete: null, Backspace: null }
const afterClick = new Map<RaciLetter | null, RaciLetter | null>([
  [null, 'R'],
  ['R', 'A'],
  ['A', 'AR'],
  ['AR', 'C'],
  ['C', 'I'],
  ['I', null],
])
const toneOf = { A: 'info', AR: 'info', R: 'good', C: 'neutral', I: 'neutral' } as const
const moves: Record<string, [number, number]> = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] }

/** Activities by roles. One cell is in the tab order; arrows move, letters assign, a click goes through the letters. */
export function RaciGrid({ matrix: { roles, activities } }: { matrix: RaciMatrix }) {
  const { t } = useTranslation('raci')
  const { letterOf, assign } = useLetters()
  const move = useChange('raci.move')
  const scroller = useRef<HTMLDivElement>(null)
  const [active, setActive] = useState({ activity: '', role: '' })
  const row = Math.max(
    0,
    activities.findIndex(({ id }) => id === active.activity),
  )
  const column = Math.max(
    0,
    roles.findIndex(({ id }) => id === active.role),
  )
  const onKeyDown = (event: KeyboardEvent<HTMLElement>, activity: RaciActivity, role: RaciRole) => {
    const step = moves[event.key]
    if (step && event.altKey && step[0] !== 0) {
      event.preventDefault()
      move.mutate({ id: activity.id, by: step[0] < 0 ? -1 : 1 }, { onSuccess: () => focusCell(activity.id, role.id) })
    } else if (step) {
      event.preventDefault()
      const [nextActivity, nextRole] = [activities[row + step[0]] ?? activity, roles[column + step[1]] ?? role]
      document.getElementById(cellId(nextActivity.id, nextRole.id))?.focus()
    } else if (!event.ctrlKey && !event.metaKey && !event.altKey) {
      const letter = letterOfKey[event.key.length === 1 ? event.key.toLowerCase() : event.key]
      if (letter === undefined) return
      event.preventDefault()
      assign(activity, role, letter)
    }
  }
  return (
    <div className={styles.around}>
      <div ref={scroller} className={styles.scroll}>
        <Table unstyled className={styles.grid ?? ''} role="grid" aria-label={t('title')}>
          <thead>
            <tr>
              <th className={styles.activity} scope="col">
                <Text size="sm" fw={600} px={12}>
                  {t('activity')}
                </Text>
              </th>
              {roles.map(({ id, title }) => (
                <th key={id} scope="col" className={styles.cell}>
                  <div className={styles.role}>{title}</div>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {activities.map((activity, at) => (
              <tr key={activity.id}>
                <RowHead activity={activity} />
                {roles.map((role, place) => {
                  const letter = letterOf(activity, role)
                  return (
                    <td key={role.id} className={styles.cell} style={letter === null ? {} : toneColours(toneOf[letter])}>
                      <UnstyledButton
                        id={cellId(activity.id, role.id)}
                        className={styles.letter}
                        tabIndex={at === row && place === column ? 0 : -1}
                        aria-label={t('cell', { activity: activity.title, role: role.title, letter: letter ?? t('none') })}
                        onFocus={() => setActive({ activity: activity.id, role: role.id })}
                        onKeyDown={(event) => onKeyDown(event, activity, role)}
                        onClick={() => assign(activity, role, afterClick.get(letter) ?? null)}
                      >
                        {letter}
                      </UnstyledButton>
                    </td>
                  )
                })}
              </tr>
            ))}
          </tbody>
        </Table>
      </div>
      <SideEdge of={scroller} />
    </div>
  )
}

function RowHead({ activity }: { activity: RaciActivity }) {
  const { t } = useTranslation('raci')
  return (
    <th scope="row" className={styles.activity}>
      <div className={styles.name}>
        <div>
          <Text size="sm">{activity.title}</Text>
          {activity.issues.map((issue) => (
            <StateTag key={issue} tone="poor" bare>
              {t(`issue.${issue}`)}
            </StateTag>
          ))}
        </div>
        <ActivityMenu activity={activity} />
      </div>
    </th>
  )
}

/** The letters as the file has them, or as they were just given and are on their way to it. */
function useLetters() {
  const change = useChange('raci.assign')
  const [given, setGiven] = useState<ReadonlyMap<string, RaciLetter | null>>(new Map())
  const letterOf = (activity: RaciActivity, role: RaciRole) => {
    const underWay = given.get(cellId(activity.id, role.id))
    return underWay === undefined ? (activity.letters[role.id] ?? null) : underWay
  }
  const assign = (activity: RaciActivity, role: RaciRole, letter: RaciLetter | null) => {
    const key = cellId(activity.id, role.id)
    setGiven((now) => new Map(now).set(key, letter))
    const settled = () => setGiven((now) => (now.get(key) === letter ? new Map([...now].filter(([other]) => other !== key)) : now))
    change.mutateAsync({ activityId: activity.id, roleId: role.id, letter }).then(settled, settled)
  }
  return { letterOf, assign }
}
