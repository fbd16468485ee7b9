import * as z from 'zod/mini'
import { milestoneNames } from '../domain/milestone'
import { utcClock } from '../lib/time'
import { t } from '../texts/t'
import { texts } from '../texts/texts'
import { defineEvent } from './define'
import { instant } from './fields'
import { automaticLine } from './line'

const orNone = z.nullable(instant)

/** [MI3] A person says when a milestone was reached, or that it was not; `was` is what they knew of it. */
export const milestoneStated = defineEvent('milestone-stated', {
  version: 1,
  body: z.object({ milestone: z.enum(milestoneNames), at: orNone, was: orNone }),
  // Of two who corrected one time without having heard of each other, the second did not know the first's.
  wish: ({ body: { milestone, was } }, { times: { timesKept } }) => {
    const known = timesKept[milestone]
    return known?.from === 'person' && known.at !== was ? 'time-stated' : undefined
  },
  line: event => {
    const { milestone, at, was } = event.body
    const { milestones, milestone: reached, milestoneWas, milestoneGone } = texts.incidentLines
    const name = milestones[milestone]
    return automaticLine(event, 'status', () => {
      if (at === null) return t(milestoneGone, { name })
      const line = t(reached, { name, ...utcMoment(at) })
      return was === null ? line : t(milestoneWas, { line, ...utcMoment(was) })
    })
  },
})

function utcMoment(at: number) {
  return { day: new Date(at).toISOString().slice(0, 10), time: utcClock(at) }
}
