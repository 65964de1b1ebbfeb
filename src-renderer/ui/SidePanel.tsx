import { ActionIcon, Box, Group, ScrollArea, Title } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { IconX } from '@tabler/icons-react'
import { type ReactNode, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useEscape } from './layers.ts'

/** The one panel at the right of the work; on a narrow window, or at 200 %, it covers the work. Escape closes it and gives the focus back. */
export function SidePanel({
  title,
  kicker,
  width = 420,
  onClose,
  children,
}: {
  title: string
  kicker?: ReactNode
  width?: number
  onClose: () => void
  children: ReactNode
}) {
  const { t } = useTranslation('ui')
  const panel = useRef<HTMLDivElement>(null)
  const narrow = useMediaQuery('(max-width: 62em)') ?? false
  useEscape(onClose, { height: 'work' })
  useEffect(() => {
    // What is under the panel must not keep the focus.
    if (narrow && !panel.current?.contains(document.activeElement)) panel.current?.querySelector('button')?.focus()
  }, [narrow])
  const place = narrow
    ? ({ position: 'absolute', inset: 0, zIndex: 50, background: 'var(--mantine-color-body)' } as const)
    : ({ width, flexShrink: 0, borderInlineStart: '1px solid var(--line-quiet)' } as const)
  // In a low window a long title would leave no room for the work, so there it scrolls with it.
  const heading = (
    <Title order={2} style={{ overflowWrap: 'anywhere' }}>
      {title}
    </Title>
  )
  return (
    <Box ref={panel} component="aside" aria-label={title} style={{ ...place, display: 'flex', flexDirection: 'column', minHeight: 0 }}>
      <Group justify="space-between" wrap="nowrap" align="flex-start" px="md" pt="sm" pb="xs">
        <Box style={{ minWidth: 0 }}>
          {kicker}
          {!narrow && heading}
        </Box>
        <ActionIcon variant="subtle" color="gray" onClick={onClose} aria-label={t('close')}>
          <IconX size={16} />
        </ActionIcon>
      </Group>
      {/* The padding is inside of what scrolls: outside, half a line would end before an empty strip. */}
      <ScrollArea style={{ flex: 1 }} type="auto" scrollbars="y" viewportProps={{ tabIndex: -1 }}>
        <Box px="md" pb="md">
          {narrow && <Box mb="sm">{heading}</Box>}
          {children}
        </Box>
      </ScrollArea>
    </Box>
  )
}
