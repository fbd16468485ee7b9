import * as z from 'zod/mini'
import { clockSpan } from '../lib/time'
import { defineEvent } from './define'
import { failureLine } from './line'

/** [CW1] The computer's clock was set while the incident was open: times on both sides of it do not compare. */
export const clockSet = defineEvent('clock-set', {
  version: 1,
  /** Milliseconds of the engine's clock; negative: back. */
  body: z.object({ by: z.int() }),
  line: event => {
    const { by } = event.body
    const [way, other] = by < 0 ? ['back', 'longer'] : ['forward', 'shorter']
    return failureLine(
      event,
      'note',
      `The clock of this computer was set ${way} by ${clockSpan(Math.abs(by))}: spans across this line are really ${other} by as much`,
    )
  },
})
