import { texts } from '../../../shared/texts/texts'
import { column, row, stack, type Tree } from './tree'

/** Built-in layouts, one for each role that uses the cockpit. The wallboard is a view of its own. */
export const readyMade = {
  ic: {
    ...texts.layouts.ready.ic,
    tree: row(
      { share: 1.2, of: column({ share: 1.75, of: stack('metrics') }, { share: 1, of: stack('alerts') }) },
      { share: 1, of: column({ share: 1.9, of: stack('timeline') }, { share: 1, of: stack('strategy') }) },
      {
        share: 0.68,
        of: column(
          { share: 1, fits: true, of: stack('roles') },
          { share: 1, fits: true, of: stack('checkpoint') },
          { share: 1.5, of: stack('comms') },
          { share: 1, of: stack('handoff') },
        ),
      },
    ),
  },
  comms: {
    ...texts.layouts.ready.comms,
    tree: row(
      { share: 1.15, of: stack('comms') },
      { share: 1, of: column({ share: 1.7, of: stack('timeline') }, { share: 1, of: stack('alerts', 'metrics') }) },
      {
        share: 0.62,
        of: column(
          { share: 1, fits: true, of: stack('roles') },
          { share: 1, fits: true, of: stack('checkpoint') },
          { share: 1, of: stack('handoff', 'strategy') },
        ),
      },
    ),
  },
  scribe: {
    ...texts.layouts.ready.scribe,
    tree: row(
      { share: 1.5, of: stack('timeline') },
      {
        share: 1,
        of: column(
          { share: 1, fits: true, of: stack('checkpoint') },
          { share: 1, fits: true, of: stack('roles') },
          { share: 1.35, of: stack('metrics') },
          { share: 1, of: stack('alerts', 'comms', 'handoff', 'strategy') },
        ),
      },
    ),
  },
} as const satisfies Readonly<Record<string, { readonly name: string; readonly what: string; readonly tree: Tree }>>

export type ReadyMade = keyof typeof readyMade

export function isReadyMade(value: unknown): value is ReadyMade {
  return readyMadeOrder.some(role => role === value)
}

/** The built-in layout of this name. */
export function readyMadeNamed(name: string): ReadyMade | undefined {
  return readyMadeOrder.find(role => readyMade[role].name === name)
}

/** In the order in which they are offered. */
export const readyMadeOrder: readonly ReadyMade[] = ['ic', 'comms', 'scribe']
