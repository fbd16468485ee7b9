import { texts } from '../../shared/texts/texts'

/** The themes by which the sheet of keys and the palette show commands. */
export type CommandTheme = 'write' | 'command' | 'look' | 'outside'

interface Asked {
  readonly theme: CommandTheme
  /**
   * As `KeyboardEvent.key` tells them, each doing it; with `Ctrl+` before it also where Cmd is held, and also in a
   * field; `O p` is one after the other. None: it is in the palette alone.
   */
  readonly keys: readonly string[]
  /**
   * [KW1] What a press waits for while it is on its way: the record, without which it would come to nothing, or only the
   * knowledge which incident is open.
   */
  readonly waitsFor?: 'record' | 'incident'
  /** Belongs to no pane: it is in the menu at the end of the bar too, in this order. */
  readonly inMenu?: true
}

const write = (keys: readonly string[], waitsFor?: Asked['waitsFor']) => asks('write', keys, waitsFor)
const command = (keys: readonly string[], waitsFor?: Asked['waitsFor']) => asks('command', keys, waitsFor)
const look = (keys: readonly string[], waitsFor?: Asked['waitsFor']) => asks('look', keys, waitsFor)
const outside = (keys: readonly string[]) => asks('outside', keys, 'record')
const menu = (asked: Asked): Asked => ({ ...asked, inMenu: true })

function asks(theme: CommandTheme, keys: readonly string[], waitsFor: Asked['waitsFor']): Asked {
  return waitsFor === undefined ? { theme, keys } : { theme, keys, waitsFor }
}

/**
 * What a person can ask for from anywhere: the feature that owns the place takes the request, so that features need not
 * know each other. Keys, palette, sheet of keys, menu, hints on buttons and the README's table are drawn from here;
 * `texts.keymap.asks` has the texts.
 */
const asked = {
  line: write(['/'], 'incident'),
  'take-back': write(['Z'], 'record'),
  'proposal-accept': write(['y'], 'record'),
  'proposal-dismiss': write(['j'], 'record'),
  proposals: write(['l'], 'record'),
  checkpoint: command(['c'], 'record'),
  assign: command(['a'], 'record'),
  'roll-call': command(['Q'], 'record'),
  'crew-add': command(['A'], 'record'),
  severity: command(['s'], 'record'),
  status: command(['t'], 'record'),
  impact: command(['i'], 'record'),
  began: command(['E'], 'record'),
  title: menu(command(['I'], 'record')),
  facts: command(['K'], 'record'),
  comms: write(['u'], 'record'),
  handoff: write(['h'], 'record'),
  declare: menu(command(['n'])),
  find: look(['q', 'Ctrl+F'], 'incident'),
  jump: look(['g'], 'incident'),
  times: look(['T']),
  incidents: menu(look(['o'])),
  search: menu(look(['O f'])),
  outbox: menu(look(['x'])),
  'take-over': command(['O t'], 'record'),
  copied: look(['O a']),
  connections: menu(look([','])),
  panels: menu(look(['p'])),
  baseline: look(['B']),
  freeze: write(['F'], 'incident'),
  rules: look(['R']),
  layouts: menu(look(['L'])),
  wall: menu(look(['w'])),
  me: menu(look(['m'])),
  'page-create': command(['!'], 'record'),
  'status-page': look(['f']),
  'set-back': command(['b'], 'record'),
  'alert-filter': look(['S']),
  'alert-columns': look(['C']),
  noise: look(['N']),
  silences: look(['H']),
  settings: menu(look(['Ctrl+,'])),
  mute: look(['M']),
  palette: look(['Ctrl+K']),
  keys: menu(look(['?'])),
  dependencies: look([]),
  held: command([]),
  'chat-open': outside(['O c']),
  'chat-post': outside(['O p']),
  maintenance: outside(['O m']),
  postmortem: outside(['O r']),
} as const satisfies Readonly<Record<string, Asked>>

export type GlobalCommandId = keyof typeof asked

export interface CommandRow extends Asked {
  readonly id: GlobalCommandId
  readonly does: string
}

export const commandRows: readonly CommandRow[] = Object.entries(asked).map(([id, command]) => ({
  ...{ id: id as GlobalCommandId, does: texts.keymap.asks[id as GlobalCommandId] },
  ...command,
}))

/** What a key waits for, see `Asked.waitsFor`; undefined for what needs no incident. */
export function waitsFor(id: GlobalCommandId): Asked['waitsFor'] {
  return asked[id].waitsFor
}

/** The key that does it, as its face shows it: for hints on buttons and in sentences. `Ctrl+K` is written `Ctrl K`. */
export function keyOf(id: GlobalCommandId): string {
  return (asked[id].keys[0] ?? '').replace(/^Ctrl\+/, 'Ctrl ')
}
