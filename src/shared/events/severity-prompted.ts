import * as z from 'zod/mini'
import { promptDirections } from '../domain/severity-prompts'
import { t } from '../texts/t'
import { texts } from '../texts/texts'
import { defineEvent } from './define'
import { severityField } from './fields'
import { automaticLine } from './line'
import { methodKeyField, methodTextField } from './method-adopted'

/** Names of panels and sources in it are cut to this. */
export const PROMPT_EVIDENCE = 500

/** [RS5] The engine offers another severity, once, with what speaks for it. */
export const severityPrompted = defineEvent('severity-prompted', {
  version: 1,
  body: z.object({
    ...{ trigger: methodKeyField, text: methodTextField, direction: z.enum(promptDirections) },
    ...{ from: severityField, severity: severityField, evidence: z.string().check(z.maxLength(PROMPT_EVIDENCE)) },
  }),
  withoutTexts: (body, standIn) => ({ ...body, evidence: body.evidence && standIn }),
  line: event => automaticLine(event, 'status', () => t(texts.promptLines[event.body.direction], event.body)),
})
