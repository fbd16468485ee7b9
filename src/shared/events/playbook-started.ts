import * as z from 'zod/mini'
import { recordFacts } from '../domain/method/method-measures'
import { playbookOpens } from '../domain/method/playbook-file'
import { roles } from '../domain/people'
import { t } from '../texts/t'
import { texts } from '../texts/texts'
import { defineEvent } from './define'
import { automaticLine } from './line'
import { methodKeyField, methodTextField } from './method-adopted'

/** Of a playbook's file, without its ending. */
export const playbookKeyField = z.string().check(z.minLength(1), z.maxLength(80))

const item = z.object({
  ...{ id: methodKeyField, text: methodTextField },
  role: z.optional(z.enum(roles)),
  by: z.optional(z.enum(recordFacts)),
  opens: z.optional(z.enum(playbookOpens)),
})
const phase = z.object({
  ...{ id: methodKeyField, text: methodTextField },
  within: z.optional(z.number().check(z.int(), z.nonnegative())),
  begins: z.optional(z.enum(recordFacts)),
  items: z.readonly(z.array(item).check(z.maxLength(100))),
})

/** [PB1] A playbook that an incident is worked by from here on, with all of its content: files change, the log does not. */
export const playbookStarted = defineEvent('playbook-started', {
  version: 1,
  body: z.object({
    ...{ playbook: playbookKeyField, version: methodTextField, title: methodTextField },
    phases: z.readonly(z.array(phase).check(z.minLength(1), z.maxLength(100))),
  }),
  line: event => automaticLine(event, 'status', () => t(texts.playbookLines.started, { title: event.body.title })),
})
