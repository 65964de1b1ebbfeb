import { Badge } from '@mantine/core'
import { IconAlertTriangle, IconCircleCheck, IconCircleDashed, IconCircleX, IconInfoCircle } from '@tabler/icons-react'

export type Tone = 'good' | 'fair' | 'poor' | 'info' | 'neutral'

const shapes = { good: IconCircleCheck, fair: IconAlertTriangle, poor: IconCircleX, info: IconInfoCircle, neutral: IconCircleDashed }

export const toneColours = (tone: Tone) => ({ background: `var(--tone-${tone}-tint)`, color: `var(--tone-${tone}-strong)` })

/** The edge keeps it apart from a row that has its colour, as a selected one may. */
const edged = (tone: Tone) => ({
  ...toneColours(tone),
  border: `1px solid color-mix(in srgb, var(--tone-${tone}-strong) 22%, transparent)`,
})

/** A state is never cut: in a narrow column it takes another line. */
const whole = { height: 'auto', minHeight: 20, maxWidth: '100%', lineHeight: 1.25, paddingBlock: 1, overflow: 'visible' } as const

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
      styles={{
        root: { ...whole, ...(bare ? { background: 'transparent', color: `var(--tone-${tone}-strong)`, paddingInline: 0 } : edged(tone)) },
        label: { overflow: 'visible', whiteSpace: 'normal', textAlign: 'start' },
      }}
    >
      {children}
    </Badge>
  )
}
