import type { Rectangle } from 'electron'

/** Where the window was when it was last closed. */
export interface WindowPlace {
  readonly bounds: Rectangle
  readonly maximized: boolean
}

type Size = Pick<Rectangle, 'width' | 'height'>

export const SMALLEST = { width: 960, height: 600 } as const
const FIRST = { width: 1600, height: 960 } as const
/** So much of the window must be on a display, or a person could not take hold of it. */
const GRIP = 120

/**
 * Bounds for a new window: the remembered place if enough of it is still on a display (the wallboard's may be gone
 * today), else the middle of the first display. `screens` are work areas, in the system's coordinates.
 */
export function placeWindow(
  remembered: WindowPlace | null,
  screens: readonly Rectangle[],
  first: Size = FIRST,
): Partial<Rectangle> {
  const [screen] = screens
  if (remembered !== null && screens.some(screen => overlaps(remembered.bounds, screen))) return remembered.bounds
  if (screen === undefined) return { ...first }
  return { width: Math.min(first.width, screen.width), height: Math.min(first.height, screen.height) }
}

function overlaps(bounds: Rectangle, screen: Rectangle): boolean {
  const width = Math.min(bounds.x + bounds.width, screen.x + screen.width) - Math.max(bounds.x, screen.x)
  const height = Math.min(bounds.y + bounds.height, screen.y + screen.height) - Math.max(bounds.y, screen.y)
  return width >= GRIP && height >= GRIP
}

/** A file on disk may hold anything: what is not a place is no place. */
export function parseWindowPlace(value: unknown, smallest: Size = SMALLEST): WindowPlace | null {
  if (typeof value !== 'object' || value === null || !('bounds' in value)) return null
  const bounds: unknown = value.bounds
  if (typeof bounds !== 'object' || bounds === null) return null
  const numbers = ['x', 'y', 'width', 'height'].map(key => (bounds as Readonly<Record<string, unknown>>)[key])
  if (!numbers.every(number => Number.isSafeInteger(number))) return null
  const [x, y, width, height] = numbers as [number, number, number, number]
  if (width < smallest.width || height < smallest.height) return null
  return { bounds: { x, y, width, height }, maximized: 'maximized' in value && value.maximized === true }
}
