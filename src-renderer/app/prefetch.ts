import { useRouter } from '@tanstack/react-router'
import { useEffect } from 'react'
import { call, queryClient, useHandle } from './calls.ts'
import { type ScreenId, screens } from './screens.ts'

/** Milliseconds after which it is done anyway, if the window is never idle. */
const patience = 2000

const idle = () => new Promise<void>((resolve) => requestIdleCallback(() => resolve(), { timeout: patience }))

/**
 * Gets every screen and its first list ready while nothing else is to be done, one after the other, so that a click on the rail shows
 * content at once. A list that cannot be had now is asked for again by its screen, which says why.
 */
export function usePrefetch(): void {
  const handle = useHandle()
  const router = useRouter()
  useEffect(() => {
    const stopped = new AbortController()
    const load = (id: ScreenId) => router.loadRouteChunk(router.routesByPath[`/e/$handle/${id}`])
    const all = async () => {
      for (const screen of screens) {
        await idle()
        if (stopped.signal.aborted) return
        await load(screen.id)
        for (const name of 'first' in screen ? screen.first : []) {
          await idle()
          if (stopped.signal.aborted) return
          await queryClient.prefetchQuery({
            queryKey: [name, {}, handle],
            queryFn: () => call(name, {}, handle),
            gcTime: Number.POSITIVE_INFINITY,
          })
        }
      }
    }
    void all().catch(() => {})
    return () => {
      stopped.abort()
      queryClient.removeQueries({ type: 'inactive', predicate: ({ queryKey }) => queryKey[2] === handle })
    }
  }, [handle, router])
}
