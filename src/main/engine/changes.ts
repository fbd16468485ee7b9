import type { Welcome } from '../../shared/contract/welcome'
import { responderNamed } from '../../shared/domain/people'
import { fail, ok } from '../../shared/lib/reply'
import { alertChanges } from './alerts/calls'
import type { Changes } from './handlers'
import { saveHandoff } from './handoff/document'
import { type AnswerParts, readClock } from './queries'
import { follow, type Screen } from './screens'

/** Calls that change something but no incident's log. */
export function createChanges(parts: AnswerParts): Changes {
  const { ledger, readings, storm, connections, dashboards, clock, attachments, typedTexts } = parts
  return {
    ...parts.worldCalls,
    'session:hello': ({ name, screen: screenName }, screen) => {
      screen.name = screenName
      screen.responder = (name === null ? undefined : responderNamed(name)) ?? screen.responder
      parts.tellEditors()
      return ok(welcome(parts, screen))
    },
    'session:visible': ({ visible }, screen) => {
      screen.visible = visible
      parts.setPace()
      return ok(null)
    },
    'session:editing': ({ editing }, screen) => {
      screen.editing = editing
      parts.tellEditors()
      return ok(null)
    },
    'log:follow': ({ incident, after }, screen) => {
      const seq = follow(ledger, screen, incident, after)
      // [IN2] Not even its beginning is left: the screen says why instead of waiting for it.
      const fault = seq === 0 ? ledger.readOnly(incident) : undefined
      return fault === undefined ? ok({ seq }) : fail(fault)
    },
    'log:unfollow': ({ incident }, screen) => {
      screen.following.delete(incident)
      return ok(null)
    },
    'attachments:keep': input => attachments.keep(input),
    'typed-text:write': input => typedTexts.write(input),
    'handoff:save': input => saveHandoff({ ledger, picture: attachments.content }, parts.handoffFolder, input),
    'feeds:refresh': () => {
      readings.refresh()
      return ok(null)
    },
    'feeds:catch-up': () => {
      readings.catchUp()
      return ok(null)
    },
    'settings:change': input => parts.settings.change(input),
    ...alertChanges(storm, parts.dependencies, clock),
    'connections:save': input => connections.save(input),
    'connections:remove': ({ connection }) => connections.remove(connection),
    'dashboards:pin': input => dashboards.pin(input),
    'dashboards:unpin': input => dashboards.unpin(input),
  }
}

function welcome(parts: AnswerParts, screen: Screen): Welcome {
  const { version, world, clock, ledger, readings, storm } = parts
  const board = readings.board()
  const incidents = ledger.summaries()
  return {
    version,
    world,
    clock: readClock(clock),
    me: screen.responder,
    principal: screen.principal,
    incidents,
    board,
    alerts: storm.shown(),
    channels: readings.channels(),
    recordProblems: parts.recordProblems(),
    firstRun: incidents.length === 0 && board.feeds.length === 0,
  }
}
