import { severities } from '../../shared/domain/severity'
import { statuses } from '../../shared/domain/status'
import { t } from '../../shared/texts/t'
import { texts } from '../../shared/texts/texts'
import type { PaletteAct } from '../features/palette/palette-list'
import type { Cockpit } from '../stores/cockpit-stores'

const text = texts.palette

const { groups } = texts.keymap

export function incidentActs({ incident, commands }: Cockpit): readonly PaletteAct[] {
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

/** A link for a chat or a ticket; it opens where this machine's Quarterdeck is installed. */
export function linkActs({ selection, faults }: Cockpit): readonly PaletteAct[] {
  const { open } = selection.getState()
  if (open === null) return []
  const address = `quarterdeck://incident/${open}`
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(address)
    } catch (error) {
      console.warn('The link could not be copied', error)
      faults.setState({ incident: { kind: 'refused', message: t(text.linkNotCopied, { address }) } })
    }
  }
  return [{ id: 'incident:link', name: text.copyLink, group: groups.look, run: () => void copy() }]
}

/** [AV5] One that is over is opened to be read. */
export function switchTo({ selection, focus }: Cockpit): readonly PaletteAct[] {
  const { incidents, open } = selection.getState()
  return [...incidents]
    .sort((a, b) => b.declaredAt - a.declaredAt)
    .filter(({ id }) => id !== open)
    .map(({ id, severity, title, status }) => ({
      id: `incident:${id}`,
      name: t(text.switchTo, { severity, title }),
      group: texts.status.names[status],
      run: () => {
        if (status === 'resolved') focus.offer({ command: 'replay', incident: id })
        else selection.setState({ open: id })
      },
    }))
}

export function worldActs({ session, commands }: Cockpit): readonly PaletteAct[] {
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
