import { Alert } from '@mantine/core'
import type { ReactNode } from 'react'
import type { Tone } from './StateTag.tsx'

/** A sentence set apart on the tint of a state. */
export function Notice({ tone, role, children }: { tone: Tone; role?: 'alert' | 'status'; children: ReactNode }) {
  return (
    <Alert
      color="gray"
      p="xs"
      {...(role ? { role } : {})}
      styles={{
        root: { background: `var(--tone-${tone}-tint)` },
        message: { color: 'var(--mantine-color-text)', overflowWrap: 'anywhere' },
      }}
    >
      {children}
    </Alert>
  )
}
