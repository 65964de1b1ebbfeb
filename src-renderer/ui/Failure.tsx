import { Notice } from './Notice.tsx'

/** What went wrong, in a sentence; nothing where nothing did. */
export function Failure({ failure }: { failure: Error | null }) {
  if (failure === null) return null
  return (
    <Notice tone="poor" role="alert">
      {failure.message}
    </Notice>
  )
}
