import { Badge, Button, Popover, ScrollArea, Text, UnstyledButton } from '@mantine/core'
import { IconListCheck } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import styles from './PointList.module.css'

export interface Point {
  id: string
  sentence: string
  /** Before the sentence, such as how grave it is. */
  mark?: ReactNode
  /** Leads to the place where it is mended. */
  go: () => void
}

/** A button that counts what is to be mended, and the list behind it, in which each point leads to its place. */
export function PointList({
  title,
  empty,
  points,
  position = 'bottom-start',
}: {
  title: string
  empty: string
  points: Point[]
  position?: 'bottom-start' | 'bottom-end'
}) {
  const [opened, setOpened] = useState(false)
  return (
    <Popover opened={opened} onChange={setOpened} width={440} position={position} trapFocus returnFocus withArrow>
      <Popover.Target>
        <Button
          variant="default"
          leftSection={<IconListCheck size={15} aria-hidden />}
          rightSection={
            <Badge size="sm" variant="light" color="gray" tt="none">
              {points.length}
            </Badge>
          }
          onClick={() => setOpened((now) => !now)}
        >
          {title}
        </Button>
      </Popover.Target>
      <Popover.Dropdown p={0}>
        {points.length === 0 && (
          <Text p="md" tabIndex={0} data-autofocus>
            {empty}
          </Text>
        )}
        <ScrollArea.Autosize mah={420} type="auto">
          <ul className={styles.plain} aria-label={title}>
            {points.map(({ id, sentence, mark, go }) => (
              <li key={id}>
                <UnstyledButton
                  className={styles.entry}
                  onClick={() => {
                    setOpened(false)
                    go()
                  }}
                >
                  {mark}
                  <Text size="sm">{sentence}</Text>
                </UnstyledButton>
              </li>
            ))}
          </ul>
        </ScrollArea.Autosize>
      </Popover.Dropdown>
    </Popover>
  )
}
