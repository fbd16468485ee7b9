import type { KeyboardEvent } from 'react'

export type DeskAct =
  | { readonly kind: 'enter' | 'me' | 'nothing' }
  | { readonly kind: 'point' | 'take'; readonly at: number }

export interface DeskState {
  /** The name as typed so far. */
  readonly name: string
  readonly offered: number
  readonly pointed: number | null
}

type Press = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'repeat'>

/** [RO11] What a key means in the line that assigns; undefined: it is the field's own. Digits pick until a name is begun. */
export function deskAct(press: Press, { name, offered, pointed }: DeskState): DeskAct | undefined {
  const { key, ctrlKey, metaKey, altKey, repeat } = press
  if (ctrlKey || metaKey || altKey) return undefined
  // A key held down too long must not fill the next role as well.
  if (key === 'Enter') return { kind: repeat ? 'nothing' : 'enter' }
  if (key === 'ArrowDown') return pointTo(pointed === null ? 0 : pointed + 1, offered)
  if (key === 'ArrowUp') return pointTo(pointed === null ? -1 : pointed - 1, offered)
  if (name !== '' || !/^\d$/.test(key)) return undefined
  if (repeat) return { kind: 'nothing' }
  return key === '0' ? { kind: 'me' } : { kind: 'take', at: Number(key) - 1 }
}

function pointTo(at: number, count: number): DeskAct {
  return count === 0 ? { kind: 'nothing' } : { kind: 'point', at: (at + count) % count }
}
