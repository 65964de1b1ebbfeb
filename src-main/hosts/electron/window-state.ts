import { join } from 'node:path'
import { type Rectangle, screen } from 'electron'
import { z } from 'zod'
import { usualPlaces } from '../../application/places.ts'
import { Remembered } from '../../application/remembered.ts'

const bounds = z.object({ x: z.number(), y: z.number(), width: z.number(), height: z.number() })
const windowState = z.object({ bounds: bounds.nullable(), isMaximized: z.boolean() })
export type WindowState = z.infer<typeof windowState>

const file = () => new Remembered(join(usualPlaces().state, 'window.json'), windowState, { bounds: null, isMaximized: false })

/** Enough of the window's title bar to take hold of it. */
const graspable = { width: 120, height: 40 }

function isWithinReach(rectangle: Rectangle): boolean {
  return screen.getAllDisplays().some(({ workArea }) => {
    const width = Math.min(rectangle.x + rectangle.width, workArea.x + workArea.width) - Math.max(rectangle.x, workArea.x)
    const isTopVisible = rectangle.y >= workArea.y && rectangle.y + graspable.height <= workArea.y + workArea.height
    return width >= graspable.width && isTopVisible
  })
}

/** Where the window was last; a place on a screen that is not there any more is forgotten. */
export function readWindowState(): WindowState {
  const state = file().read()
  return state.bounds && !isWithinReach(state.bounds) ? { ...state, bounds: null } : state
}

export const writeWindowState = (state: WindowState) => file().write(state)
