import * as z from 'zod/mini'
import type { OutboxItemId, UpdateId } from '../domain/ids'
import type { Channel } from '../domain/update'
import type { Waiver } from '../domain/waiver'
import { andListText, t } from '../texts/t'
import { texts } from '../texts/texts'
import { unseenClaims } from './causality'
import { defineEvent } from './define'
import { channelField, hashField, idField, instant, rulesField } from './fields'
import { automaticLine } from './line'

/** The line of an update that was let go; its writer is who wrote the line. */
export function publishingLine({ label }: Pick<Channel, 'label'>, waiver?: Waiver): string {
  const { publishing, publishingAnyway } = texts.updateLines
  if (waiver === undefined || waiver.overrode.length === 0) return t(publishing, { channel: label })
  return t(publishingAnyway, { channel: label, reason: waiver.reason, what: overrodeText(waiver.overrode) })
}

/** What the check had said; a rule of a newer version by its own name. */
export function overrodeText(rules: readonly string[]): string {
  const names: Readonly<Record<string, string>> = texts.updateLines.overrode
  return andListText(rules.map(rule => names[rule] ?? rule))
}

/** Code points of the reason why a text is published that the check stops. */
export const WAIVER_REASON_LIMIT = 500

export const updatePublishing = defineEvent('update-publishing', {
  version: 1,
  body: z.object({
    update: idField<UpdateId>(),
    act: idField<OutboxItemId>(),
    cancelUntil: instant,
    channel: channelField,
    /** [LN29] What the check found in the text and a person let pass; absent: nothing, or it was written before. */
    waiver: z.optional(
      z.object({
        text: hashField,
        overrode: rulesField,
        reason: z.string().check(z.trim(), z.maxLength(WAIVER_REASON_LIMIT)),
        asked: rulesField,
      }),
    ),
  }),
  withoutTexts: ({ waiver, ...body }, standIn) => ({
    ...body,
    ...(waiver && { waiver: { ...waiver, reason: waiver.reason && standIn } }),
  }),
  wish: (event, { comms, concurrency }) => {
    const delivery = comms.updates.find(({ id }) => id === event.body.update)?.delivery
    if (delivery === undefined) return 'update-gone'
    if (delivery.state === 'discarded') return 'update-discarded'
    if (delivery.state === 'published') return 'update-published'
    const asked = concurrency.claims.publishing[event.body.update] ?? []
    return unseenClaims(asked, event, concurrency.seenBy).length > 0 ? 'update-on-its-way' : undefined
  },
  line: event => automaticLine(event, 'comms', () => publishingLine(event.body.channel, event.body.waiver)),
})
