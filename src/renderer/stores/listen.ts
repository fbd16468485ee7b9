import type { Pushes } from '../../shared/contract/pushes'
import type { Welcome } from '../../shared/contract/welcome'
import { type BoardState, emptyBoard, withReadings, withTimes } from './board-store'
import type { Cockpit } from './cockpit-stores'
import { keepEqual } from './keep-equal'
import { nothingSelected, withIncidents } from './selection-store'
import { sessionName } from './session-names'
import { anchorClock, newSession } from './session-store'

/** Parts of the board that a push brings whole. */
const wholes = [
  'feeds',
  'alerts',
  'facts',
  'gates',
  'pages',
  'deploys',
  'rules',
  'annotations',
  'proposals',
  'channels',
] as const satisfies readonly (keyof BoardState & keyof Pushes)[]

/** Feeds the stores from the link; returns its stop. */
export function listen(cockpit: Omit<Cockpit, 'commands'>): () => void {
  const { link, session, incident, house, board, selection, faults } = cockpit
  const greet = createGreeting(cockpit)
  const stops = [
    link.onState(state => {
      session.setState({ link: state, greeted: false })
      if (state === 'open') greet()
    }),
    link.on('log', push => {
      incident.receive(push)
      house.receive(push)
    }),
    link.on('rebased', incident.rebase),
    link.on('incidents', incidents => selection.setState(withIncidents(selection.getState(), incidents))),
    ...wholes.map(name => link.on(name, now => board.setState({ [name]: keepEqual(board.getState()[name], now) }))),
    link.on('panelTimes', times => board.setState({ panels: withTimes(board.getState().panels, times) })),
    link.on('panels', read => board.setState({ panels: withReadings(board.getState().panels, read) })),
    link.on('recordProblems', recordProblems => session.setState({ recordProblems })),
    link.on('recordCheck', recordCheck => session.setState({ recordCheck })),
    link.on('copied', copied => session.setState({ copied })),
    link.on('elsewhere', elsewhere => session.setState({ elsewhere })),
    link.on('clock', reading => session.setState({ clock: anchorClock(reading) })),
    link.on('world', () => {
      startOver(cockpit)
      greet()
    }),
    selection.subscribe(({ open }, before) => {
      incident.follow(open)
      if (before.open !== null && before.open !== open) faults.incidentIsOther()
    }),
    incident.subscribe(({ record }, before) => {
      if (record !== undefined && before.record === undefined) faults.incidentIsOpen()
    }),
    session.subscribe((state, before) => {
      if (state.name !== before.name) greet()
    }),
  ]
  return () => {
    for (const stop of stops) stop()
  }
}

/** Says hello, and continues from the last event seen. An answer to an older hello is dropped. */
function createGreeting(cockpit: Omit<Cockpit, 'commands'>): () => void {
  const { link, session, incident, house } = cockpit
  let latest = 0
  return () => {
    latest += 1
    const mine = latest
    const { name } = session.getState()
    house.catchUp()
    incident.catchUp()
    void link.call('session:hello', { name, screen: sessionName() }).then(reply => {
      if (mine !== latest) return
      if (reply.ok) welcomed(cockpit, reply.value)
      else session.setState({ fault: reply.fault })
    })
  }
}

function welcomed({ session, board, selection, house }: Omit<Cockpit, 'commands'>, welcome: Welcome): void {
  const { world, me, recordProblems, recordCheck, copied, elsewhere } = welcome
  house.follow(welcome.workspace)
  session.setState({
    welcome,
    world,
    me,
    recordProblems,
    recordCheck,
    copied,
    elsewhere,
    clock: anchorClock(welcome.clock),
    fault: null,
    greeted: true,
  })
  board.setState({
    ...welcome.board,
    channels: welcome.channels,
    alerts: welcome.alerts,
    facts: welcome.facts,
    gates: welcome.gates,
  })
  selection.setState(withIncidents(selection.getState(), welcome.incidents))
}

/** Another engine answers now: nothing that was shown is of its mode. */
function startOver({ session, board, selection, faults, house }: Omit<Cockpit, 'commands'>): void {
  house.follow(null)
  const { shownLast } = selection.getState()
  selection.setState({ ...nothingSelected, shownLast })
  board.setState(emptyBoard)
  faults.setState({}, true)
  const { link, name } = session.getState()
  session.setState({ ...newSession, link, name })
}
