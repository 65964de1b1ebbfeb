import { useCallback, useRef, useState } from 'react'

/**
 * Something that a person can try again: what went wrong goes when the next attempt starts, and an attempt that was overtaken by another one
 * says nothing any more.
 */
export function useAttempt() {
  const [failure, setFailure] = useState<Error | null>(null)
  const newest = useRef(0)
  const attempt = useCallback(async <Output>(work: () => Promise<Output>, done: (output: Output) => void = () => {}): Promise<void> => {
    newest.current += 1
    const own = newest.current
    setFailure(null)
    try {
      const output = await work()
      if (own === newest.current) done(output)
    } catch (error) {
      if (own === newest.current) setFailure(error instanceof Error ? error : new Error(String(error)))
    }
  }, [])
  return { attempt, failure }
}
