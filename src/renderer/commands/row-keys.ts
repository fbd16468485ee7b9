import { texts } from '../../shared/texts/texts'
import type { KeyGroup } from './keymap'

const { onPage, inList, onRole, onLine, onBoard } = texts.keymap

/** Keys of the focused row; the panes handle them themselves. */
export const rowKeyOf = {
  row: {
    take: 'Enter',
    acknowledge: 'k',
    snooze: 'z',
    resolve: 'r',
    escalate: 'e',
    reassign: '>',
    call: '+',
    note: '.',
    status: ';',
    known: 'v',
  },
  list: { groups: 'g', select: 'Space', acknowledge: 'k', hide: 'x', letIn: '=', linkNew: 'L' },
  role: { card: 'Enter' },
  line: {
    ...{ unfold: 'Enter', correct: 'e', takeBack: 'Delete', erase: 'X', insert: '+', whole: 'v' },
    ...{ acknowledge: 'k', done: 'd', board: 'G', newest: 'End' },
  },
  board: {
    ...{ acknowledge: 'k', more: '+', less: '-', done: 'd', same: '=', drop: 'x', reopen: 'r', edit: 'e', owner: '@' },
  },
} as const satisfies {
  readonly row: Readonly<Record<keyof typeof onPage, string>>
  readonly list: Readonly<Record<keyof typeof inList, string>>
  readonly role: Readonly<Record<keyof typeof onRole, string>>
  readonly line: Readonly<Record<keyof typeof onLine, string>>
  readonly board: Readonly<Record<keyof typeof onBoard, string>>
}

const facesOf = (keys: Readonly<Record<string, string>>) =>
  Object.values(keys).map(key => (key === 'Enter' ? '↵' : key))

/** As hints show them. */
export const keysOfRows = {
  alerts: new Set([...facesOf(rowKeyOf.row), ...facesOf(rowKeyOf.list)]),
  timeline: new Set(facesOf(rowKeyOf.line)),
} as const

export interface RowKey {
  readonly key: string
  readonly does: string
  readonly group: Extract<KeyGroup, keyof typeof rowKeyOf>
  readonly pane: 'alerts' | 'roles' | 'timeline' | 'strategy'
}

export const rowKeys: readonly RowKey[] = [
  ...ofRows('row', 'alerts', onPage),
  ...ofRows('list', 'alerts', inList),
  ...ofRows('role', 'roles', onRole),
  ...ofRows('line', 'timeline', onLine),
  ...ofRows('board', 'strategy', onBoard),
]

function ofRows(
  group: RowKey['group'],
  pane: RowKey['pane'],
  does: Readonly<Record<string, string>>,
): readonly RowKey[] {
  return Object.entries(rowKeyOf[group]).map(([act, key]) => ({ key, does: does[act] ?? '', group, pane }))
}
