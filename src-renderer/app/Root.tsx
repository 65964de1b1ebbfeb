import { Outlet, useNavigate } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { desktop, fileToOpen } from './host.ts'

/** The file of the address is opened once, not again each time the start screen is shown. */
let isFirstOpened = false

/** Around every screen: a file that the system asks for is opened from wherever the consultant is. */
export function Root() {
  const navigate = useNavigate()
  const opening = useRef((path: string) => void navigate({ to: '/', search: { open: path } }))
  useEffect(() => {
    if (fileToOpen !== null && !isFirstOpened) opening.current(fileToOpen)
    isFirstOpened = true
    return desktop()?.onOpenFile((path) => opening.current(path))
  }, [])
  return <Outlet />
}
