import { useEffect, useState } from 'react'
import type { FilledTemplate } from '../../../shared/contract/comms'
import type { ConnectionId } from '../../../shared/domain/ids'
import type { Incident } from '../../../shared/domain/incident'
import { personKey, type Responder } from '../../../shared/domain/people'
import { assignedResponders } from '../../../shared/domain/responders'
import { t } from '../../../shared/texts/t'
import { texts } from '../../../shared/texts/texts'
import { useBoard, useCockpit } from '../../stores/cockpit'

const text = texts.room

/** What the form of a war room begins with. */
export interface RoomDrafts {
  readonly post: string
  readonly line: string
  /** Of the people who hold a role here. */
  readonly emails: readonly string[]
  /** Names of those of whom PagerDuty knows no address. */
  readonly unknown: readonly string[]
}

/** Fills the room's templates and finds people's addresses in PagerDuty; until they have come, what is known without. */
export function useRoomDrafts(incident: Incident, channel: string): RoomDrafts {
  const post = useFilled('chat-opened', incident, channel)
  const line = useFilled('chat-public-line', incident, channel)
  const { emails, unknown } = useAddresses(incident)
  return { post, line, emails, unknown }
}

/** One of the chat templates, which a team may have changed or removed. */
export function useFilled(template: string, incident: Incident, channel: string): string {
  const { link } = useCockpit()
  const plain = t(text.plainPost, { severity: incident.severity, title: incident.title })
  const [filled, setFilled] = useState<FilledTemplate | null>(null)
  const { id, impact, roles } = incident
  const noImpact = impact.trim() === ''
  const noCommander = roles.ic === null
  useEffect(() => {
    let here = true
    const fields = {
      ...{ room: `#${channel}` },
      ...(noImpact && { impact: text.noImpact }),
      ...(noCommander && { commander: text.nobody }),
    }
    void link.call('comms:fill', { incident: id, template, fields, nextUpdateAt: null }).then(reply => {
      if (here && reply.ok) setFilled(reply.value)
    })
    return () => {
      here = false
    }
  }, [link, id, template, channel, noImpact, noCommander])
  return filled === null ? plain : `${filled.title}\n${filled.body}`
}

interface Found {
  readonly emails: readonly string[]
  readonly unknown: readonly string[]
}

const nobody: Found = { emails: [], unknown: [] }
/** Each costs a request to PagerDuty. */
const MOST_ASKED = 20

function useAddresses(incident: Incident): Found {
  const { link } = useCockpit()
  const connection = useBoard(board => board.feeds.find(({ vendor }) => vendor === 'pagerduty')?.connection)
  const people = assignedResponders(incident).map(({ responder }) => responder)
  const names = people.map(({ name }) => name).join('\n')
  const [found, setFound] = useState(nobody)
  useEffect(() => {
    let here = true
    const ask = async () => {
      const asked = names === '' ? [] : names.split('\n').slice(0, MOST_ASKED)
      const answers = await Promise.all(asked.map(name => addressOf(link, connection, name)))
      if (!here) return
      const unknown = asked.filter((_, at) => answers[at] === undefined)
      setFound({ emails: answers.flatMap(address => address ?? []), unknown })
    }
    void ask()
    return () => {
      here = false
    }
  }, [link, connection, names])
  return found
}

type Link = ReturnType<typeof useCockpit>['link']

/** The address of the one person of exactly this name; undefined: nobody, or several. */
async function addressOf(
  link: Link,
  connection: ConnectionId | undefined,
  name: Responder['name'],
): Promise<string | undefined> {
  if (connection === undefined) return undefined
  const reply = await link.call('people:find', { connection, words: name })
  const same = reply.ok ? reply.value.value.filter(one => personKey(one.name) === personKey(name)) : []
  return same.length === 1 ? same[0]?.email || undefined : undefined
}
