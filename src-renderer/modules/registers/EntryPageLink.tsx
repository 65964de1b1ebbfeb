import { Button } from '@mantine/core'
import { Link, useParams } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { RegisterId } from '../../../src-main/contract/registers/index.ts'

interface EntryPageLinkProps {
  page: RegisterId
  record: string
  /** The page of the entry; the entry in its table where it is left out. */
  kind?: string
  variant?: 'default' | 'filled' | 'subtle'
  icon?: ReactNode
  children: string
}

/** Leads to a page of one entry, or back from it to the entry in its table. */
export function EntryPageLink({ page, record, kind, variant = 'default', icon, children }: EntryPageLinkProps) {
  const { handle } = useParams({ from: '/e/$handle' })
  return (
    <Button
      variant={variant}
      leftSection={icon}
      renderRoot={(props) => (
        <Link {...props} to="/e/$handle/registers" params={{ handle }} search={{ page, record, ...(kind ? { kind } : {}) }} />
      )}
    >
      {children}
    </Button>
  )
}
