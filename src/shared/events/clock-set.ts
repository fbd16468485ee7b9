import * as z from 'zod/mini'
import { clockSpan } from '../lib/time'
import { t } from '../texts/t'
import { texts } from '../texts/texts'
import { defineEvent } from './define'
import { failureLine } from './line'

/** [CW1] The computer's clock was set while the incident was open: times on both sides of it do not compare. */
export const clockSet = defineEvent('clock-set', {
  version: 1,
  /** Milliseconds of the engine's clock; negative: back. */
  body: z.object({ by: z.int() }),
  line: event => {
    const { by } = event.body
    const text = by < 0 ? texts.folderLines.clockSetBack : texts.folderLines.clockSetForward
    return failureLine(event, 'note', () => t(text, { span: clockSpan(Math.abs(by)) }))
  },
})
