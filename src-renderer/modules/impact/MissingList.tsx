import { Badge, Button, Popover, ScrollArea, Text, UnstyledButton } from '@mantine/core'
import { IconListCheck } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { MissingPoint } from '../../../src-main/contract/impact.ts'
import styles from './MissingList.module.css'
import type { Place } from './place.ts'

/** What has to be there before the approval; each leads to the place where it is mended. */
export function MissingList({ missing, go }: { missing: MissingPoint[]; go: (place: Place) => void }) {
  const { t } = useTranslation('impact')
  const [opened, setOpened] = useState(false)
  const jump = ({ step, field, recordId }: MissingPoint) => {
    setOpened(false)
    go({ step, field: field ?? (recordId === null ? undefined : 'description'), record: recordId ?? undefined })
  }
  return (
    <Popover opened={opened} onChange={setOpened} width={440} position="bottom-end" trapFocus returnFocus withArrow>
      <Popover.Target>
        <Button
          variant="default"
          leftSection={<IconListCheck size={15} aria-hidden />}
          rightSection={
            <Badge size="sm" variant="light" color="gray" tt="none">
              {missing.length}
            </Badge>
          }
          onClick={() => setOpened((now) => !now)}
        >
          {t('missingTitle')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown p={0}>
        {missing.length === 0 && (
          <Text p="md" tabIndex={0} data-autofocus>
            {t('nothingMissing')}
          </Text>
        )}
        <ScrollArea.Autosize mah={420} type="auto">
          <ul className={styles.list} aria-label={t('missingTitle')}>
            {missing.map((point) => (
              <li key={`${point.sentence}${point.recordId}`}>
                <UnstyledButton className={styles.point} onClick={() => jump(point)}>
                  <Text size="sm">{point.sentence}</Text>
                </UnstyledButton>
              </li>
            ))}
          </ul>
        </ScrollArea.Autosize>
      </Popover.Dropdown>
    </Popover>
  )
}
