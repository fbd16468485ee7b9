import { severities } from '../../shared/domain/severity'
import { statuses } from '../../shared/domain/status'
import type { PaletteAct } from '../features/palette/palette-list'
import type { Cockpit } from '../stores/cockpit-stores'
import type { Place } from '../stores/focus-store'
import { keymap, type RowKey, rowKeys } from './keymap'
import type { Layouts } from './layouts/layouts'
import { layoutActs } from './layouts/palette-of-layouts'
import { pressOnRow } from './press-on-row'
import { themeActs } from './theme-acts'
import { go } from './use-keymap'

/** [PA3] All that can be done now: every key of the keymap, and what has no key. */
export function paletteActs(cockpit: Cockpit, layouts: Layouts): readonly PaletteAct[] {
  return [
    ...keymap
      .filter(({ key }) => key !== 'Ctrl+K')
      .map(binding => ({
        id: `key:${binding.key}`,
        name: binding.does,
        group: binding.group,
        key: binding.key,
        run: () => go(binding, cockpit, layouts),
      })),
    ...rowKeys.map(rowKey => onRow(rowKey, cockpit)),
    ...themeActs(cockpit),
    ...layoutActs(layouts),
    ...incidentActs(cockpit),
    ...outwardActs(cockpit),
    ...linkActs(cockpit),
    ...switchTo(cockpit),
    {
      id: 'dependencies',
      name: 'Say which service needs which',
      group: 'Look',
      run: () => void cockpit.focus.request('dependencies'),
    },
    ...worldActs(cockpit),
  ]
}

function onRow({ key, does, group, pane }: RowKey, { faults }: Cockpit): PaletteAct {
  const run = () => {
    if (pressOnRow({ key: key === 'Space' ? ' ' : key, pane })) return
    const message = `Choose the ${rowNames[pane]} with the arrow keys, then press ${key}.`
    faults.setState({ [pane]: { kind: 'refused', message } })
  }
  return { id: `${rowActs[group]}:${key}`, name: does, group, key, run }
}

/** One key may mean two things: on a page, and where several rows are selected. */
const rowActs: Readonly<Record<RowKey['group'], string>> = {
  'On a page in Alerts': 'row',
  'In the list of Alerts': 'list',
  'On a role': 'role',
  'On a line of the timeline': 'line',
}

const rowNames: Readonly<Record<RowKey['pane'], string>> = { alerts: 'page', roles: 'role', timeline: 'line' }

function incidentActs({ incident, commands }: Cockpit): readonly PaletteAct[] {
  const now = incident.getState().record?.incident
  if (now === undefined) return []
  const group = 'Command'
  return [
    ...severities
      .filter(to => to !== now.severity)
      .map(to => ({
        id: `severity:${to}`,
        name: `Change the severity to ${to}`,
        group,
        run: () => void commands.send('incident', 'incident:change-severity', { to, reason: '' }),
      })),
    ...statuses
      .filter(to => to !== now.status)
      .map(to => ({
        id: `status:${to}`,
        name: `Change the status to ${to}`,
        group,
        run: () => void commands.send('incident', 'incident:change-status', { to, reason: '' }),
      })),
  ]
}

/** What goes outside and has no key of its own. */
function outwardActs({ incident, focus }: Cockpit): readonly PaletteAct[] {
  if (incident.getState().record === undefined) return []
  const ask = (id: Place, name: string): PaletteAct => ({
    id,
    name,
    group: 'Outbox',
    run: () => void focus.request(id),
  })
  return [
    ask('chat-open', 'Open the incident’s Slack channel'),
    ask('chat-post', 'Post to Slack'),
    ask('maintenance', 'Schedule maintenance on the status page'),
    ask('postmortem', 'Write the postmortem for customers'),
  ]
}

/** For a chat or a ticket; it opens where this machine's Quarterdeck is installed. */
function linkActs({ selection }: Cockpit): readonly PaletteAct[] {
  const { open } = selection.getState()
  if (open === null) return []
  const copy = () => void navigator.clipboard.writeText(`quarterdeck://incident/${open}`)
  return [{ id: 'incident:link', name: 'Copy a link to this incident', group: 'Look', run: copy }]
}

function switchTo({ selection }: Cockpit): readonly PaletteAct[] {
  const { incidents, open } = selection.getState()
  return [...incidents]
    .sort((a, b) => b.declaredAt - a.declaredAt)
    .filter(({ id }) => id !== open)
    .map(({ id, severity, title, status }) => ({
      id: `incident:${id}`,
      name: `Switch to ${severity} ${title}`,
      group: status,
      run: () => selection.setState({ open: id }),
    }))
}

function worldActs({ session, commands }: Cockpit): readonly PaletteAct[] {
  const refresh: PaletteAct = {
    id: 'feeds:refresh',
    name: 'Ask every source anew',
    group: 'Look',
    run: () => void commands.ask('incident', 'feeds:refresh', {}),
  }
  if (session.getState().world.kind === 'real') return [refresh]
  const leave: PaletteAct = {
    id: 'world:leave-drill',
    name: 'Leave the drill',
    group: 'Look',
    run: () => void commands.ask('incident', 'world:leave-drill', {}),
  }
  return [refresh, leave]
}
