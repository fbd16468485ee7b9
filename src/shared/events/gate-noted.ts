import * as z from 'zod/mini'
import { gateStates } from '../domain/resolution'
import { defineEvent } from './define'
import { instant } from './fields'
import { methodKeyField, methodTextField } from './method-adopted'

/** Names of panels and alerts are cut to this. */
export const NOTED_EVIDENCE = 500

const criterion = z.object({
  ...{ id: methodKeyField, text: methodTextField, state: z.enum(gateStates) },
  evidence: z.string().check(z.maxLength(NOTED_EVIDENCE)),
  at: z.nullable(instant),
})

/**
 * [GT12] How the engine judged the resolution gate when a handoff was written: what was measured is not in the record, and
 * the document is drawn from the record alone. What people said at the gate is there already.
 */
export const gateNoted = defineEvent('gate-noted', {
  version: 1,
  body: z.object({ criteria: z.readonly(z.array(criterion).check(z.maxLength(100))) }),
  line: () => undefined,
})
