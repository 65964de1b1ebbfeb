import { Anchor } from '@mantine/core'
import { Link, useParams } from '@tanstack/react-router'
import type { RegisterId } from '../../../src-main/contract/registers/index.ts'

/** Opens an entry of a register. */
export function EntryLink({ register, id, children }: { register: RegisterId; id: string; children: string }) {
  const { handle } = useParams({ from: '/e/$handle' })
  return (
    <Anchor
      size="sm"
      renderRoot={(props) => <Link {...props} to="/e/$handle/registers" params={{ handle }} search={{ page: register, record: id }} />}
    >
      {children}
    </Anchor>
  )
}
