import * as z from 'zod/mini'
import type { ConnectionId, OutboxItemId } from '../domain/ids'
import type { RoomPlan, RoomStep } from '../domain/war-room'
import { listText, t, tCount } from '../texts/t'
import { texts } from '../texts/texts'
import { message, thing } from './act-field'
import { defineEvent } from './define'
import { idField } from './fields'
import { automaticLine } from './line'

/** Slack refuses more than a few invitations a second, and nobody types more people than this. */
export const MOST_STEPS = 60

const act = idField<OutboxItemId>()
const step: z.ZodMiniType<RoomStep, RoomStep> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('post'), act, text: message }),
  z.object({ kind: z.literal('pin'), act, pin: act, text: message }),
  z.object({ kind: z.literal('invite'), act, person: thing }),
  z.object({
    kind: z.literal('public-line'),
    act,
    connection: idField<ConnectionId>(),
    channel: thing,
    text: message,
  }),
])

export const roomPlanField: z.ZodMiniType<RoomPlan, RoomPlan> = z.object({
  act,
  connection: idField<ConnectionId>(),
  steps: z.readonly(z.array(step).check(z.maxLength(MOST_STEPS))),
})

/** [WR1] A person opened the war room: the steps that follow its channel, each an item of the outbox of its own. */
export const roomPlanned = defineEvent('room-planned', {
  version: 1,
  body: z.object({ plan: roomPlanField }),
  line: event => {
    const { steps } = event.body.plan
    if (steps.length === 0) return undefined
    return automaticLine(event, 'action', () => t(texts.roomLines.planned, { steps: listText(stepTexts(steps)) }))
  },
})

function stepTexts(steps: readonly RoomStep[]): readonly string[] {
  const text = texts.roomLines
  const invited = steps.flatMap(one => (one.kind === 'invite' ? [one.person.name || one.person.id] : []))
  const pins = steps.filter(({ kind }) => kind === 'pin').length
  return [
    ...steps.flatMap(({ kind }) => (kind === 'post' ? [text.post] : [])),
    ...(pins > 0 ? [tCount(text.pins, pins)] : []),
    ...(invited.length > 0 ? [t(text.invites, { people: listText(invited) })] : []),
    ...steps.flatMap(one => (one.kind === 'public-line' ? [t(text.publicLine, { channel: one.channel.name })] : [])),
  ]
}
