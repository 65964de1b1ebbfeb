import { CloseButton, TextInput, UnstyledButton } from '@mantine/core'
import { IconChevronDown, IconChevronRight, IconCircleCheck, IconCircleDashed, IconSearch } from '@tabler/icons-react'
import { type KeyboardEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Report, type ReportGroup, type ReportState, reportGroups } from '../../../src-main/contract/documents.ts'
import { moment } from '../../ui/moment.ts'
import styles from './ReportList.module.css'

interface Group {
  id: ReportGroup
  reports: ReportState[]
}

const groupIds = Object.keys(reportGroups).filter((id): id is ReportGroup => Object.hasOwn(reportGroups, id))

/** The reports of each group that hold all of these words in title or state. */
function groupsOf(reports: ReportState[], words: string): Group[] {
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean)
  const byName = new Map(reports.map((entry) => [entry.report, entry]))
  return groupIds
    .map((id) => ({
      id,
      reports: reportGroups[id]
        .flatMap((name) => byName.get(name) ?? [])
        .filter(({ title, state, report }) => wanted.every((word) => `${title} ${state} ${report}`.toLowerCase().includes(word))),
    }))
    .filter((group) => group.reports.length > 0)
}

/** Every report by what it is for, with its state and last export; found by words, walked by arrows. */
export function ReportList({ reports, chosen, choose }: { reports: ReportState[]; chosen: Report; choose: (report: Report) => void }) {
  const { t } = useTranslation('documents')
  const [words, setWords] = useState('')
  const [closed, setClosed] = useState<ReadonlySet<ReportGroup>>(new Set())
  const list = useRef<HTMLElement>(null)
  const groups = groupsOf(reports, words)
  const isSearching = words.trim() !== ''
  const toggle = (id: ReportGroup, isOpen: boolean) => {
    const next = new Set(closed)
    if (isOpen) next.delete(id)
    else next.add(id)
    setClosed(next)
  }
  const move = (step: number) => {
    const buttons = [...(list.current?.querySelectorAll<HTMLElement>('button') ?? [])]
    const at = document.activeElement instanceof HTMLElement ? buttons.indexOf(document.activeElement) : -1
    buttons[Math.max(0, Math.min(buttons.length - 1, at + step))]?.focus()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
    event.preventDefault()
    move(event.key === 'ArrowDown' ? 1 : -1)
  }
  return (
    <>
      <TextInput
        aria-label={t('find')}
        placeholder={t('find')}
        leftSection={<IconSearch size={15} aria-hidden />}
        rightSection={isSearching && <CloseButton size="sm" aria-label={t('clearFind')} onClick={() => setWords('')} />}
        value={words}
        onChange={({ currentTarget }) => setWords(currentTarget.value)}
        onKeyDown={onKeyDown}
        mb="xs"
      />
      {isSearching && groups.length === 0 && <p className={styles.nothing}>{t('nothingFound')}</p>}
      <nav ref={list} aria-label={t('list')} onKeyDown={onKeyDown}>
        {groups.map(({ id, reports: members }) => {
          const isOpen = isSearching || !closed.has(id)
          return (
            <section key={id}>
              <UnstyledButton
                className={styles.group}
                aria-expanded={isOpen}
                onClick={() => toggle(id, !isOpen)}
                onKeyDown={({ key }) => {
                  if (key === 'ArrowLeft') toggle(id, false)
                  if (key === 'ArrowRight') toggle(id, true)
                }}
              >
                {isOpen ? <IconChevronDown size={14} aria-hidden /> : <IconChevronRight size={14} aria-hidden />}
                <span>{t(`groups.${id}`)}</span>
                <span className={styles.count}>{members.length}</span>
              </UnstyledButton>
              {isOpen &&
                members.map((entry) => <ReportLine key={entry.report} entry={entry} isChosen={entry.report === chosen} choose={choose} />)}
            </section>
          )
        })}
      </nav>
    </>
  )
}

function ReportLine({ entry, isChosen, choose }: { entry: ReportState; isChosen: boolean; choose: (report: Report) => void }) {
  const { t } = useTranslation('documents')
  const { report, title, state, ready, lastExport } = entry
  const Shape = ready ? IconCircleCheck : IconCircleDashed
  return (
    <UnstyledButton className={styles.line} aria-current={isChosen} onClick={() => choose(report)}>
      <Shape size={15} aria-hidden className={ready ? styles.ready : styles.open} />
      <span className={styles.words}>
        <span className={styles.title}>{title}</span>
        <span className={styles.state}>
          {lastExport ? t('exportedOn', { state, date: moment(lastExport.at) }) : t('neverExported', { state })}
        </span>
      </span>
    </UnstyledButton>
  )
}
