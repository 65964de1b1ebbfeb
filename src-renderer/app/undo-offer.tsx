import { Button, Group, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import i18next from 'i18next'

/** Long enough to read what happened and to change one's mind; Ctrl+Z does the same at any time. */
const shownFor = 12_000

let shown: string | undefined

/** Takes the offer away: something else was done, so that it would take back another step. */
export function dropUndoOffer(): void {
  if (shown !== undefined) notifications.hide(shown)
  shown = undefined
}

/** Says what was just done, with a button that takes it back. The next offer takes the place of this one. */
export function showUndoOffer(label: string, takeBack: () => void): void {
  dropUndoOffer()
  const id = crypto.randomUUID()
  shown = id
  const undo = () => {
    notifications.hide(id)
    takeBack()
  }
  notifications.show({
    id,
    autoClose: shownFor,
    message: (
      <Group justify="space-between" wrap="nowrap" gap="sm">
        <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
          {label}
        </Text>
        <Button variant="default" aria-label={i18next.t('shell:undoLabel', { label })} onClick={undo} style={{ flexShrink: 0 }}>
          {i18next.t('shell:undo')}
        </Button>
      </Group>
    ),
  })
}
