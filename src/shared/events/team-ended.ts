import * as z from 'zod/mini'
import type { TeamId } from '../domain/ids'
import { defineEvent } from './define'
import { idField, nameField } from './fields'
import { automaticLine } from './line'

export const teamEnded = defineEvent('team-ended', {
  version: 1,
  body: z.object({ team: idField<TeamId>(), name: nameField }),
  line: event => automaticLine(event, 'action', `Sub-team ${event.body.name} is done`),
})
