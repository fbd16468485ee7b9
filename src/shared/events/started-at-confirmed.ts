import { texts } from '../texts/texts'
import { defineEvent } from './define'
import { automaticLine } from './line'
import { confirmedTimeBody, confirmedTimeText } from './time-fields'

/** A person confirms when it started; a second confirmation corrects it. */
export const startedAtConfirmed = defineEvent('started-at-confirmed', {
  version: 1,
  body: confirmedTimeBody,
  line: event => automaticLine(event, 'status', () => confirmedTimeText(texts.incidentLines.started, event.body)),
})
