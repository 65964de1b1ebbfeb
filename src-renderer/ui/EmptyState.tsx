import { Stack, Text, Title } from '@mantine/core'
import type { ReactNode } from 'react'

/** Says what would stand here and what to do so that it does. */
export function EmptyState({ title, children, action }: { title: string; children: ReactNode; action?: ReactNode }) {
  return (
    <Stack align="center" justify="center" gap="xs" p="xl" mih={240} w="100%" ta="center">
      <Title order={2}>{title}</Title>
      <Text c="dimmed" size="md" maw={460}>
        {children}
      </Text>
      {action}
    </Stack>
  )
}
