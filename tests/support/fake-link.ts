import { checkMessage, openInMessage } from '../../src/main/engine/comms/publish-check'
import { notedSources } from '../../src/main/engine/handoff/noted-sources'
import { transferSections } from '../../src/main/engine/handoff/transfer-sections'
import { summaryOf } from '../../src/main/engine/record/summary'
import { isCommand } from '../../src/main/engine/sessions/dispatch'
import { alertNames } from '../../src/shared/contract/alert-questions'
import type { Answer, CallName, Input } from '../../src/shared/contract/calls'
import type { Fault } from '../../src/shared/contract/faults'
import type { IncidentSummary } from '../../src/shared/contract/incidents'
import type { EngineLink, LinkState } from '../../src/shared/contract/link'
import { CLOCK_EVERY, type Mode } from '../../src/shared/contract/mode'
import { pushNames } from '../../src/shared/contract/names'
import type { Pushes, PushName } from '../../src/shared/contract/pushes'
import type { Welcome } from '../../src/shared/contract/welcome'
import { defaultCadence } from '../../src/shared/domain/cadence'
import { HOUSE_LOG } from '../../src/shared/domain/house-log'
import type { IncidentId, Seq, UpdateId } from '../../src/shared/domain/ids'
import { messageOf } from '../../src/shared/domain/message'
import { type Responder, responderNamed } from '../../src/shared/domain/people'
import { updatePublished } from '../../src/shared/events/update-published'
import { fail, ok, type Reply } from '../../src/shared/lib/reply'
import type { Millis } from '../../src/shared/lib/time'
import type { CannedBoard } from './canned-board'
import {
  cannedAlert,
  cannedAlerts,
  cannedFirst,
  cannedLabelled,
  cannedPage,
  cannedPages,
  cannedRows,
} from './canned-groups'
import { engineCommands } from './engine-commands'
import { answers, cannedChannels } from './fake-answers'
import { createFakeLog, type FakeLog } from './fake-log'
import { shippedLintParts } from './shipped-lint'

export interface FakeOptions {
  readonly now: () => Millis
  readonly board: CannedBoard
  readonly me?: string
  readonly world?: Mode
}

/** An engine in memory behind a link: commands become real events, which every follower folds. */
export interface FakeLink extends EngineLink {
  readonly log: FakeLog
  /** Every call that came, in order. */
  readonly calls: { readonly name: CallName; readonly input: unknown }[]
  setState(state: LinkState): void
  push<Name extends PushName>(name: Name, payload: Pushes[Name]): void
  /** The next call of this name answers the fault, and does nothing. */
  failNext(name: CallName, fault: Fault): void
  /** The vendor has the update, as the outbox notes it. */
  delivered(incident: IncidentId, update: UpdateId): void
  /** Pushes are lost until it is called with false: a gap in the making. */
  losePushes(lost: boolean): void
}

type Listeners = { [Name in PushName]: Set<(payload: Pushes[Name]) => void> }

export function createFakeLink(options: FakeOptions): FakeLink {
  const log = createFakeLog()
  const calls: { name: CallName; input: unknown }[] = []
  const failing = new Map<CallName, Fault>()
  const listeners = Object.fromEntries(pushNames.map(name => [name, new Set()])) as unknown as Listeners
  const stateListeners = new Set<(state: LinkState) => void>()
  const followed = new Set<IncidentId>()
  let [me, state, lost] = [responderNamed(options.me ?? 'Ada Park') as Responder, 'open' as LinkState, false]

  let proposals = options.board.proposals
  /** What a test said of the clock goes on from there. */
  let last: { readonly at: Millis; readonly reading: Pushes['clock'] } | undefined
  const reading = (): Pushes['clock'] => {
    if (last === undefined) return { now: options.now(), rate: 1 }
    const { at, reading } = last
    return { ...reading, now: reading.now + (Date.now() - at) * reading.rate }
  }

  const push: FakeLink['push'] = (name, payload) => {
    if (name === 'proposals') proposals = payload as Pushes['proposals']
    if (name === 'clock') last = { at: Date.now(), reading: payload as Pushes['clock'] }
    if (lost) return
    for (const listener of listeners[name]) listener(payload)
  }

  // On a clock that runs, it is read as the engine reads it: a page that hears nothing for seconds calls the engine away.
  if (options.now === Date.now) {
    setInterval(() => state === 'open' && push('clock', reading()), CLOCK_EVERY)
  }

  const welcome = (): Welcome => ({
    version: '0.1.0',
    world: options.world ?? { kind: 'real' },
    clock: { now: options.now(), rate: 1 },
    me,
    incidents: summaries(log),
    board: options.board,
    alerts: cannedAlerts(options.board.alerts),
    ...{ facts: [], gates: [] },
    channels: cannedChannels,
    recordCheck: { running: null, last: null },
    recordProblems: [],
    workspace: HOUSE_LOG,
    copied: null,
    elsewhere: [],
    firstRun: false,
    principal: 'host',
  })

  const follow = (incident: IncidentId, after: Seq): { readonly seq: Seq } => {
    followed.add(incident)
    push('log', { incident, after, events: log.eventsAfter(incident, after) })
    return { seq: log.lastSeq(incident) }
  }

  const committed = (incident: IncidentId, { after, events }: ReturnType<FakeLog['append']>) => {
    if (followed.has(incident)) push('log', { incident, after, events })
    push('incidents', summaries(log))
  }

  const delivered: FakeLink['delivered'] = (incident, update) => {
    const known = log.record(incident)?.incident.updates.find(({ id }) => id === update)
    if (known === undefined) throw new Error('There is no such update')
    const { content, audience } = known
    const out = { update, content, audience, promise: content.nextUpdateAt, externalId: 'there', url: null }
    committed(
      incident,
      log.append(incident, [updatePublished.draft(out, options.now(), { kind: 'engine' })], options.now()),
    )
  }

  const command = engineCommands({
    ...{ log, now: options.now, board: options.board, proposals: () => proposals },
    committed,
  })

  // The engine's own check, as its commands are the engine's own.
  const checked = (input: Input<'comms:check'>) => {
    const incident = log.record(input.incident)?.incident
    const draft = incident?.updates.find(({ id }) => id === input.update)
    if (incident === undefined || draft === undefined) return undefined
    const { lintWords, lintSettings } = shippedLintParts
    const check = checkMessage(messageOf(draft, incident.updates), incident, {
      ...{ now: options.now(), cadence: defaultCadence, words: lintWords(), settings: lintSettings() },
      pages: options.board.pages,
    })
    return { text: check.text, findings: openInMessage(check) }
  }

  // The engine's own sections.
  const sectionsOf = ({ incident, transfer }: Input<'transfer:sections'>) => {
    const record = log.record(incident)
    const known = record?.incident.transfers.find(({ id }) => id === transfer)
    if (record === null || record === undefined || known === undefined) return undefined
    return transferSections({ incident: record.incident, timeline: () => record.timeline }, known, options.now())
  }

  const answer = (name: CallName, input: never): unknown => {
    if (name === 'session:hello') {
      me = responderNamed((input as Input<'session:hello'>).name ?? '') ?? me
      return welcome()
    }
    if (name === 'log:follow') {
      const { incident, after } = input as Input<'log:follow'>
      return follow(incident, after)
    }
    if (name === 'log:unfollow') return followed.delete((input as Input<'log:unfollow'>).incident) && null
    if (name === 'alerts:group') return cannedPage(options.board.alerts, input)
    if (name === 'alerts:labelled') return cannedLabelled(options.board.alerts, input)
    if (name === 'alerts:pages') return cannedPages(options.board.alerts, input)
    if (name === 'alerts:first') return cannedFirst(options.board.alerts, input)
    if (name === 'alerts:names') return alertNames(options.board.alerts)
    if (name === 'alerts:read') return cannedAlert(options.board.alerts, input)
    if (name === 'alerts:rows') return cannedRows(options.board.alerts)
    if (name === 'comms:check') return checked(input)
    if (name === 'transfer:sections') return sectionsOf(input)
    if (name === 'handoff:sources')
      return notedSources({
        ...{ board: options.board, alerts: options.board.alerts, now: options.now() },
        openAt: connection => options.board.alerts.filter(row => row.connection === connection).length,
        ...{ onCall: null, onCallTrouble: '' },
      })
    return answers[name as keyof typeof answers](input)
  }

  return {
    log,
    calls,
    push,
    delivered,
    setState: next => {
      state = next
      for (const listener of stateListeners) listener(next)
    },
    failNext: (name, fault) => failing.set(name, fault),
    losePushes: value => {
      lost = value
    },
    on: (name, listener) => {
      listeners[name].add(listener)
      return () => listeners[name].delete(listener)
    },
    onState: listener => {
      stateListeners.add(listener)
      listener(state)
      return () => stateListeners.delete(listener)
    },
    call: async (name, input) => {
      calls.push({ name, input })
      const fault = failing.get(name)
      failing.delete(name)
      if (fault !== undefined) return fail(fault)
      await Promise.resolve()
      if (isCommand(name)) return command(name, input, { kind: 'person', responder: me }) as Reply<never, Fault>
      const answered = answer(name, input as never)
      if (answered === undefined) return fail({ kind: 'not-found', message: 'No such draft.' })
      return ok(answered as Answer<typeof name>)
    },
  }
}

function summaries(log: FakeLog): readonly IncidentSummary[] {
  return log.incidents().flatMap(id => {
    const incident = log.record(id)?.incident
    // As the engine does, it lists no log of the house.
    if (incident === undefined || id === HOUSE_LOG) return []
    return [{ ...summaryOf(incident), seq: log.lastSeq(id) }]
  })
}
