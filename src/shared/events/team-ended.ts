import * as z from 'zod/mini'
import type { TeamId } from '../domain/ids'
import { t } from '../texts/t'
import { texts } from '../texts/texts'
import { defineEvent } from './define'
import { idField, nameField } from './fields'
import { automaticLine } from './line'

export const teamEnded = defineEvent('team-ended', {
  version: 1,
  body: z.object({ team: idField<TeamId>(), name: nameField }),
  line: event => automaticLine(event, 'action', () => t(texts.roleLines.disbanded, { name: event.body.name })),
})
