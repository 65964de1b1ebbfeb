import { Anchor } from '@mantine/core'
import { Link, useParams } from '@tanstack/react-router'

/** Identifier of a requirement or control, leading to its judgement. */
export function ItemLink({ item }: { item: string }) {
  const { handle } = useParams({ from: '/e/$handle' })
  return (
    <Anchor
      renderRoot={(props) => <Link {...props} to="/e/$handle/gap" params={{ handle }} search={{ item }} />}
      fw={600}
      size="sm"
      underline="always"
    >
      {item}
    </Anchor>
  )
}
