import { Alert } from '@mantine/core'

/** What went wrong, in a sentence; nothing where nothing did. */
export function Failure({ sentence }: { sentence: string | null }) {
  if (sentence === null) return null
  return (
    <Alert
      color="gray"
      role="alert"
      styles={{ root: { background: 'var(--tone-poor-tint)' }, message: { color: 'var(--mantine-color-text)', overflowWrap: 'anywhere' } }}
    >
      {sentence}
    </Alert>
  )
}
