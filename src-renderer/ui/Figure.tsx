import { Text } from '@mantine/core'

/** A number that stands out, with what it counts under it. */
export function Figure({ value, label }: { value: string; label: string }) {
  return (
    <div>
      <Text fz={26} fw={600} lh={1.1}>
        {value}
      </Text>
      <Text size="xs" c="dimmed">
        {label}
      </Text>
    </div>
  )
}
