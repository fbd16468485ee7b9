import * as z from 'zod/mini'
import { standInFor } from '../domain/people'
import { t } from '../texts/t'
import { texts } from '../texts/texts'
import { defineEvent } from './define'
import { instant, responderField } from './fields'
import { automaticLine } from './line'

/** [FT3] A commander of many hours was asked whether to hand over, and continues. */
export const commandContinued = defineEvent('command-continued', {
  version: 1,
  body: z.object({
    responder: responderField,
    /** Since when they have had command: it says nothing about the next commander. */
    since: instant,
    /** Who was ready to take over; null: nobody. */
    deputy: z.nullable(responderField),
  }),
  withoutTexts: (body, standIn) => ({
    ...{ ...body, responder: standInFor(standIn) },
    deputy: body.deputy === null ? null : standInFor(standIn),
  }),
  wish: ({ body }, { roles }) => (roles.roles.ic?.since === body.since ? undefined : 'taken-over'),
  line: event => {
    const { responder, deputy } = event.body
    const { continued, continuedWith } = texts.roleLines
    return automaticLine(event, 'action', () =>
      deputy === null
        ? t(continued, { name: responder.name })
        : t(continuedWith, { name: responder.name, deputy: deputy.name }),
    )
  },
})
