import { severities } from '../../shared/domain/severity'
import { statuses } from '../../shared/domain/status'
import { t } from '../../shared/texts/t'
import { texts } from '../../shared/texts/texts'
import { askCommands } from '../commands/asked'
import { keymap } from '../commands/keymap'
import { type RowKey, rowKeys } from '../commands/row-keys'
import type { PaletteAct } from '../features/palette/palette-list'
import type { Cockpit } from '../stores/cockpit-stores'
import type { Layouts } from './layouts/layouts'
import { layoutActs } from './layouts/palette-of-layouts'
import { linkActs } from './link-acts'
import { pressOnRow } from './press-on-row'
import { settingActs } from './setting-acts'
import { themeActs } from './theme-acts'
import { go } from './use-keymap'

const text = texts.palette
const { groups } = texts.keymap

/** [PA3] All that can be done now: every key of the keymap, and what has no key. */
export function paletteActs(cockpit: Cockpit, layouts: Layouts): readonly PaletteAct[] {
  return [
    ...keymap
      .filter(({ key }) => key !== 'Ctrl+K')
      .map(binding => ({
        id: `key:${binding.key}`,
        name: binding.does,
        group: groups[binding.group],
        key: binding.key,
        run: () => go(binding, cockpit, layouts),
      })),
    ...rowKeys.map(rowKey => onRow(rowKey, cockpit)),
    ...themeActs(cockpit),
    ...settingActs(cockpit),
    ...layoutActs(layouts),
    ...incidentActs(cockpit),
    ...keylessActs(cockpit),
    ...linkActs(cockpit),
    ...switchTo(cockpit),
    ...worldActs(cockpit),
  ]
}

function onRow({ key, does, group, pane }: RowKey, { faults }: Cockpit): PaletteAct {
  const run = () => {
    if (pressOnRow({ key: key === 'Space' ? ' ' : key, pane })) return
    const message = t(texts.keymap.chooseFirst[pane], { key })
    faults.setState({ [pane]: { kind: 'refused', message } })
  }
  // One key may mean two things: on a page, and where several rows are selected.
  return { id: `${group}:${key}`, name: does, group: groups[group], key, run }
}

function incidentActs({ incident, commands }: Cockpit): readonly PaletteAct[] {
  const now = incident.getState().record?.incident
  if (now === undefined) return []
  const group = groups.command
  return [
    ...severities
      .filter(to => to !== now.severity)
      .map(to => ({
        id: `severity:${to}`,
        name: t(text.severity, { severity: to }),
        group,
        run: () => void commands.send('incident', 'incident:change-severity', { to, reason: '' }),
      })),
    ...now.pages.map(({ connection, externalId, title }) => ({
      id: `unlink:${connection}/${externalId}`,
      name: t(text.unlink, { title }),
      group,
      run: () => void commands.send('incident', 'incident:unlink', { connection, externalId }),
    })),
    ...statuses
      .filter(to => to !== now.status)
      .map(to => ({
        id: `status:${to}`,
        name: t(text.status, { status: texts.status.names[to] }),
        group,
        run: () => void commands.send('incident', 'incident:change-status', { to, reason: '' }),
      })),
  ]
}

/** [PA3] What has no key, while it can be asked for. */
function keylessActs({ focus }: Cockpit): readonly PaletteAct[] {
  return askCommands
    .filter(({ keys }) => keys.length === 0)
    .map(({ id, does, theme }) => ({ id, name: does, group: groups[theme], run: () => void focus.request(id) }))
}

function switchTo({ selection }: Cockpit): readonly PaletteAct[] {
  const { incidents, open } = selection.getState()
  return [...incidents]
    .sort((a, b) => b.declaredAt - a.declaredAt)
    .filter(({ id }) => id !== open)
    .map(({ id, severity, title, status }) => ({
      id: `incident:${id}`,
      name: t(text.switchTo, { severity, title }),
      group: texts.status.names[status],
      run: () => selection.setState({ open: id }),
    }))
}

function worldActs({ session, commands }: Cockpit): readonly PaletteAct[] {
  const refresh: PaletteAct = {
    id: 'feeds:refresh',
    name: text.refresh,
    group: groups.look,
    run: () => void commands.ask('incident', 'feeds:refresh', {}),
  }
  const { world } = session.getState()
  if (world.kind === 'real') return [refresh]
  const leave: PaletteAct = {
    id: 'world:leave-drill',
    name: text.leaveDrill,
    group: groups.look,
    run: () => void commands.ask('incident', 'world:leave-drill', {}),
  }
  const { name: drill, speed } = world
  const startOver: PaletteAct = {
    id: 'world:start-over',
    name: text.startDrillOver,
    group: groups.look,
    run: () => void commands.ask('incident', 'world:enter-drill', { drill, speed, anew: true }),
  }
  return [refresh, leave, startOver]
}
