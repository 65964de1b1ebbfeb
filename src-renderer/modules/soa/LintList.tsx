import { Badge, Button, Popover, ScrollArea, Text, UnstyledButton } from '@mantine/core'
import { IconListCheck } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { LintFinding } from '../../../src-main/contract/soa.ts'
import { StateTag } from '../../ui/StateTag.tsx'
import styles from './LintList.module.css'

/** What an auditor would raise at Stage 1; each leads to its cell, or to the approval where that is what is missing. */
export function LintList({
  findings,
  jump,
  approve,
}: {
  findings: LintFinding[]
  jump: (code: string, field: string) => void
  approve: () => void
}) {
  const { t } = useTranslation('soa')
  const [opened, setOpened] = useState(false)
  const sorted = [...findings].sort((a, b) => Number(a.severity === 'warning') - Number(b.severity === 'warning'))
  return (
    <Popover opened={opened} onChange={setOpened} width={440} position="bottom-start" trapFocus returnFocus withArrow>
      <Popover.Target>
        <Button
          variant="default"
          leftSection={<IconListCheck size={15} aria-hidden />}
          rightSection={
            <Badge size="sm" variant="light" color="gray" tt="none">
              {findings.length}
            </Badge>
          }
          onClick={() => setOpened((now) => !now)}
        >
          {t('lintTitle')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown p={0}>
        {findings.length === 0 && (
          <Text p="md" tabIndex={0} data-autofocus>
            {t('nothingToRaise')}
          </Text>
        )}
        <ScrollArea.Autosize mah={420} type="auto">
          <ul className={styles.plain} aria-label={t('lintTitle')}>
            {sorted.map((finding) => (
              <li key={`${finding.rule}${finding.code}`}>
                <UnstyledButton
                  className={styles.entry}
                  onClick={() => {
                    setOpened(false)
                    if (finding.field === null) approve()
                    else jump(finding.code, finding.field)
                  }}
                >
                  <StateTag tone={finding.severity === 'error' ? 'poor' : 'fair'} bare>
                    {t(`severity.${finding.severity}`)}
                  </StateTag>
                  <Text size="sm">{finding.sentence}</Text>
                </UnstyledButton>
              </li>
            ))}
          </ul>
        </ScrollArea.Autosize>
      </Popover.Dropdown>
    </Popover>
  )
}
