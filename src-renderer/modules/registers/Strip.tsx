import { Button, Group, Text } from '@mantine/core'
import { Link, useParams } from '@tanstack/react-router'
import { StateTag, type Tone } from '../../ui/StateTag.tsx'

/** A line above a register that says how far the page is that belongs to it, and leads there. */
export function Strip({
  page,
  link,
  facts,
  tone,
  state,
}: {
  page: string
  link: string
  facts: readonly string[]
  tone: Tone
  state: string
}) {
  const { handle } = useParams({ from: '/e/$handle' })
  return (
    <Group gap="md" px="md" pt="xs">
      {facts.map((fact) => (
        <Text key={fact} size="sm">
          {fact}
        </Text>
      ))}
      <StateTag tone={tone}>{state}</StateTag>
      <Button
        variant="default"
        ml="auto"
        renderRoot={(props) => <Link {...props} to="/e/$handle/registers" params={{ handle }} search={{ page }} />}
      >
        {link}
      </Button>
    </Group>
  )
}
