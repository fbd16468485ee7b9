import { texts } from '../../shared/texts/texts'

/** Groups of commands in the `?` sheet and the palette. */
export type CommandTheme = 'write' | 'command' | 'look' | 'outside'

interface CommandSpec {
  readonly theme: CommandTheme
  /**
   * Keys as in `KeyboardEvent.key`; each of them runs the command. `Ctrl+` also accepts Cmd and works inside a field;
   * `O p` is a chord of two keys. Empty: only the palette has it.
   */
  readonly keys: readonly string[]
  /**
   * [KW1] What a press waits for while the page loads: the record, without which the command could do nothing, or only
   * which incident is open.
   */
  readonly waitsFor?: 'record' | 'incident'
  /** Belongs to no pane, so the menu at the end of the bar lists it too, in this order. */
  readonly inMenu?: true
}

const write = (keys: readonly string[], waitsFor?: CommandSpec['waitsFor']) => asks('write', keys, waitsFor)
const command = (keys: readonly string[], waitsFor?: CommandSpec['waitsFor']) => asks('command', keys, waitsFor)
const look = (keys: readonly string[], waitsFor?: CommandSpec['waitsFor']) => asks('look', keys, waitsFor)
const outside = (keys: readonly string[]) => asks('outside', keys, 'record')
const menu = (command: CommandSpec): CommandSpec => ({ ...command, inMenu: true })

function asks(theme: CommandTheme, keys: readonly string[], waitsFor: CommandSpec['waitsFor']): CommandSpec {
  return waitsFor === undefined ? { theme, keys } : { theme, keys, waitsFor }
}

/**
 * Every command that works from anywhere. The feature that owns a command handles it (`useCommand`), so that features
 * need not know each other. Keymap, palette, `?` sheet, menu, key hints and the README's table come from this list;
 * `texts.keymap.asks` has their texts.
 */
const globalCommands = {
  line: write(['/'], 'incident'),
  'take-back': write(['Z'], 'record'),
  'proposal-accept': write(['y'], 'record'),
  'proposal-dismiss': write(['j'], 'record'),
  proposals: write(['l'], 'record'),
  checkpoint: command(['c'], 'record'),
  postpone: command(['D s'], 'record'),
  assign: command(['a'], 'record'),
  'roll-call': command(['Q'], 'record'),
  relief: command(['D h'], 'record'),
  transfer: command(['D i'], 'record'),
  'crew-add': command(['A'], 'record'),
  severity: command(['s'], 'record'),
  status: command(['t'], 'record'),
  impact: command(['i'], 'record'),
  began: command(['E'], 'record'),
  'times-kept': command(['D k'], 'record'),
  title: menu(command(['I'], 'record')),
  facts: command(['K'], 'record'),
  comms: write(['u'], 'record'),
  'nothing-new': write(['U'], 'record'),
  'holding-post': write(['P'], 'record'),
  'approve-update': write(['Y'], 'record'),
  handoff: write(['h'], 'record'),
  declare: menu(command(['n'])),
  find: look(['q', 'Ctrl+F'], 'incident'),
  jump: look(['g'], 'incident'),
  times: look(['T']),
  incidents: menu(look(['o'])),
  search: menu(look(['O f'])),
  replay: look(['O y'], 'record'),
  outbox: menu(look(['x'])),
  'take-over': command(['O t'], 'record'),
  documents: command(['O d'], 'record'),
  export: command(['O e'], 'record'),
  'open-file': menu(look(['O o'])),
  conflicts: command(['O s'], 'record'),
  away: look(['O w'], 'record'),
  'board-add': command(['O b'], 'record'),
  trees: command(['D t'], 'record'),
  mitigation: command(['D m'], 'record'),
  playbook: command(['D x'], 'record'),
  gate: command(['D g'], 'record'),
  closing: command(['D c'], 'record'),
  reopen: command(['D o'], 'record'),
  services: look(['D v']),
  'first-words': look(['D w'], 'record'),
  'service-panels': look(['D b'], 'record'),
  similar: look(['O i'], 'record'),
  decide: command(['D d'], 'record'),
  reports: command(['D r'], 'record'),
  figures: command(['D p'], 'record'),
  leads: command(['D l'], 'record'),
  'severity-offer': command(['D y'], 'record'),
  'severity-not-now': command(['D n'], 'record'),
  'update-pace': command(['D u'], 'record'),
  audiences: command(['D a'], 'record'),
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
  'metric-point': outside(['O v']),
} as const satisfies Readonly<Record<string, CommandSpec>>

export type GlobalCommandId = keyof typeof globalCommands

/** Registered commands, and those that focus the rows of a pane by its digit. */
export type CommandId = GlobalCommandId | 'timeline' | 'roles' | 'alerts' | 'strategy' | 'board-row'

export interface CommandRow extends CommandSpec {
  readonly id: GlobalCommandId
  readonly does: string
}

export const commandRows: readonly CommandRow[] = Object.entries(globalCommands).map(([id, command]) => ({
  ...{ id: id as GlobalCommandId, does: texts.keymap.asks[id as GlobalCommandId] },
  ...command,
}))

/** What its keys wait for, see `CommandSpec.waitsFor`; undefined for a command that needs no incident. */
export function waitsFor(id: GlobalCommandId): CommandSpec['waitsFor'] {
  return globalCommands[id].waitsFor
}

/** Its first key as printed in hints: `Ctrl+K` is written `Ctrl K`. */
export function keyOf(id: GlobalCommandId): string {
  return (globalCommands[id].keys[0] ?? '').replace(/^Ctrl\+/, 'Ctrl ')
}
