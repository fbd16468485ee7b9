import { useState } from 'react'
import { markedChannelName, proposedChannelName } from '../../../shared/domain/channel-name'
import { type ConnectionId, type LinkId, newId, type OutboxItemId } from '../../../shared/domain/ids'
import type { Incident } from '../../../shared/domain/incident'
import { type IncidentLink, type LinkKind, linkAddress } from '../../../shared/domain/incident-facts'
import type { RoomStep } from '../../../shared/domain/war-room'
import { t } from '../../../shared/texts/t'
import { texts } from '../../../shared/texts/texts'
import { useBoard, useCockpit } from '../../stores/cockpit'
import { useTypedFields } from '../../stores/use-typed-fields'
import { type ChatTarget, chatTargets } from './chat-targets'
import { useRoomDrafts } from './use-room-drafts'

/** What can be left out besides the channel and single links. */
export type RoomPart = 'invite' | 'post' | 'line'
export type RoomFormState = ReturnType<typeof useRoomForm>

const pinnedKinds: readonly LinkKind[] = ['ticket', 'dashboard', 'runbook']
const all: Readonly<Record<RoomPart, boolean>> = { invite: true, post: true, line: true }
/** Slack's ids of people, with those of Enterprise Grid. */
const slackId = /^[UW][A-Z0-9]{6,30}$/
const mail = /^[^\s@,<>]{1,64}@[^\s@,<>]{1,190}$/

/** [WR1] What the form of a war room holds, and the steps that it comes to. */
export function useRoomForm(incident: Incident, slack: ConnectionId, onDone: () => void) {
  const { commands } = useCockpit()
  const channels = useBoard(board => board.channels)
  const [act] = useState(() => newId<OutboxItemId>())
  const start = { name: proposedChannelName(incident), invite: '', post: '', line: '', bridge: '', where: '' }
  const { values, set, forget, since } = useTypedFields('chat-open', start)
  const drafts = useRoomDrafts(incident, markedChannelName(values.name, act))
  const [isPrivate, setPrivate] = useState(false)
  const [ticked, setTicked] = useState(all)
  const [unpinned, setUnpinned] = useState<ReadonlySet<string>>(new Set())
  const targets = publicTargets(incident, channels)
  const target = targets.find(({ key }) => key === values.where) ?? targets[0]
  // What nobody changed follows the record and the templates.
  const shown = {
    invite: values.invite || drafts.emails.join(', '),
    post: values.post || drafts.post,
    line: values.line || drafts.line,
  }
  const invited = peopleIn(shown.invite)
  const pinnable = incident.links.filter(isPinnable)
  const bridge = linkAddress(values.bridge)
  const isBridgeOdd = values.bridge.trim() !== '' && bridge === undefined
  const slotIn = (part: 'post' | 'line') => /⟦([^⟧]*)⟧/.exec(shown[part])?.[1]
  const steps = stepsOf(
    { ...shown, ...{ ticked, people: invited.people, target } },
    pinnable.filter(({ id }) => !unpinned.has(id)),
  )
  const isFlawed =
    isBridgeOdd ||
    (ticked.invite && invited.odd.length > 0) ||
    (['post', 'line'] as const).some(part => ticked[part] && slotIn(part) !== undefined)

  const open = async () => {
    if (isFlawed) return
    const plan = { act, connection: slack, steps }
    const link = bridge && {
      id: newId<LinkId>(),
      kind: 'bridge' as const,
      label: texts.barLinks.linkKinds.bridge,
      url: bridge,
    }
    const asked = { plan, name: markedChannelName(values.name, act), private: isPrivate, ...(link && { bridge: link }) }
    if (!(await commands.send('outbox', 'room:open', asked)).ok) return
    forget()
    onDone()
  }
  return {
    ...{ act, values, set, forget, since, isPrivate, setPrivate, ticked, unpinned, targets, target, steps, open },
    ...{ texts: shown, invited: { ...invited, unknown: drafts.unknown }, pinnable, isPinnable, isBridgeOdd, slotIn },
    tick: (part: RoomPart, on: boolean) => setTicked(before => ({ ...before, [part]: on })),
    pin: (link: string, on: boolean) =>
      setUnpinned(before => new Set(on ? [...before].filter(one => one !== link) : [...before, link])),
  }
}

function isPinnable({ kind }: IncidentLink): boolean {
  return pinnedKinds.includes(kind)
}

/** Every channel of the team that is not a room of this incident. */
function publicTargets(incident: Incident, channels: Parameters<typeof chatTargets>[1]): readonly ChatTarget[] {
  return chatTargets(incident, channels).filter(({ key }) => !key.startsWith('own:'))
}

interface People {
  readonly people: readonly string[]
  /** What is neither an e-mail address nor an id. */
  readonly odd: readonly string[]
}

/** Each person once. */
function peopleIn(typed: string): People {
  const parts = [...new Set(typed.split(/[,;\s]+/).filter(part => part !== ''))]
  const isPerson = (part: string) => mail.test(part) || slackId.test(part)
  return { people: parts.filter(isPerson), odd: parts.filter(part => !isPerson(part)) }
}

interface Chosen {
  readonly ticked: Readonly<Record<RoomPart, boolean>>
  readonly people: readonly string[]
  readonly post: string
  readonly line: string
  readonly target: ChatTarget | undefined
}

/** In the order in which they are done: what is there for people to read comes before the people. */
function stepsOf({ ticked, people, post, line, target }: Chosen, links: readonly IncidentLink[]): readonly RoomStep[] {
  const act = () => newId<OutboxItemId>()
  const pinned = links.map(({ kind, label, url }): RoomStep => {
    const words = t(texts.room.pinned, { kind: texts.barLinks.linkKinds[kind], label, url })
    return { kind: 'pin', act: act(), pin: act(), text: words }
  })
  return [
    ...(ticked.post && post.trim() !== '' ? [{ kind: 'post', act: act(), text: post.trim() } as const] : []),
    ...pinned,
    ...(ticked.invite ? people : []).map(id => ({ kind: 'invite', act: act(), person: { id, name: id } }) as const),
    ...(ticked.line && line.trim() !== '' && target !== undefined ? [publicStep(act(), target, line.trim())] : []),
  ]
}

function publicStep(act: OutboxItemId, { connection, id, name }: ChatTarget, text: string): RoomStep {
  return { kind: 'public-line', act, connection, channel: { id, name }, text }
}
