import { useNavigate, useParams, useRouter, useSearch } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'

export interface Place {
  item?: string | undefined
  group?: string | undefined
}

const addressAfter = 250
const named = ({ item = '', group = '' }: Place) => `${group} ${item}`

/**
 * Which item is worked on. It changes at once, so that the next key is for the next item however fast somebody types; the address, by which
 * jumps arrive and which is remembered, follows a moment later.
 */
export function usePlace(screen: 'gap' | 'interview'): [Place, (place: Place) => void] {
  const router = useRouter()
  const navigate = useNavigate()
  const { handle } = useParams({ from: '/e/$handle' })
  const { item, group } = useSearch({ strict: false })
  const [place, setPlace] = useState<Place>({ item, group })
  const written = useRef(named({ item, group }))
  useEffect(() => {
    if (named({ item, group }) !== written.current) setPlace({ item, group })
    written.current = named({ item, group })
  }, [item, group])
  useEffect(() => {
    if (named(place) === written.current) return
    const timer = setTimeout(() => {
      // On the way to another screen, which takes a moment to load: not to be called back.
      if (router.latestLocation.pathname !== `/e/${handle}/${screen}`) return
      written.current = named(place)
      void navigate({ to: `/e/${handle}/${screen}`, search: { ...place }, replace: true })
    }, addressAfter)
    return () => clearTimeout(timer)
  }, [place, navigate, router, handle, screen])
  return [place, setPlace]
}
