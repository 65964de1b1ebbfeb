import { Badge } from '@mantine/core'
import { IconAlertTriangle, IconCircleCheck, IconCircleDashed, IconCircleX, IconInfoCircle } from '@tabler/icons-react'

export type Tone = 'good' | 'fair' | 'poor' | 'info' | 'neutral'

const shapes = { good: IconCircleCheck, fair: IconAlertTriangle, poor: IconCircleX, info: IconInfoCircle, neutral: IconCircleDashed }

export const toneColours = (tone: Tone) => ({ background: `var(--tone-${tone}-tint)`, color: `var(--tone-${tone}-strong)` })

/** A state as a word with a shape and a tint: colour is never the only carrier. */
export function StateTag({ tone, children, bare = false }: { tone: Tone; children: string; bare?: boolean }) {
  const Shape = shapes[tone]
  return (
    <Badge
      variant="light"
      size="md"
      radius="sm"
      tt="none"
      fw={500}
      leftSection={<Shape size={13} stroke={2} aria-hidden />}
      styles={{ root: bare ? { background: 'transparent', color: `var(--tone-${tone}-strong)`, paddingInline: 0 } : toneColours(tone) }}
    >
      {children}
    </Badge>
  )
}
