import * as z from 'zod/mini'
import { utcFace } from '../lib/clock-face'
import { t } from '../texts/t'
import { texts } from '../texts/texts'
import { defineEvent } from './define'
import { instant } from './fields'
import { automaticLine } from './line'

/** [GT8] When the review is held; null: the date is taken back. */
export const reviewPlanned = defineEvent('review-planned', {
  version: 1,
  body: z.object({ reviewAt: z.nullable(instant) }),
  line: event => {
    const { reviewAt: at } = event.body
    const { review, reviewNot } = texts.incidentLines
    return automaticLine(event, 'status', () =>
      at === null ? reviewNot : t(review, { date: utcFace.date(at), clock: utcFace.bare(at) }),
    )
  },
})
