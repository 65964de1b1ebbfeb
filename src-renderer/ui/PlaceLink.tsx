import { Link, useParams } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { Jump } from '../app/jump.ts'
import type { ScreenId } from '../app/screens.ts'

/** A jump to where something is shown or mended. */
export function PlaceLink({
  place: { screen, search },
  className,
  label,
  children,
}: {
  place: { screen: ScreenId; search: Jump }
  className?: string | undefined
  /** What is read out, where that is more than what is shown. */
  label?: string
  children: ReactNode
}) {
  const { handle } = useParams({ from: '/e/$handle' })
  return (
    <Link
      to={`/e/$handle/${screen}`}
      params={{ handle }}
      search={search}
      {...(className ? { className } : {})}
      {...(label ? { 'aria-label': label } : {})}
    >
      {children}
    </Link>
  )
}
