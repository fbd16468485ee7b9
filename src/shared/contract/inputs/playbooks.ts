import * as z from 'zod/mini'
import type { IncidentId } from '../../domain/ids'
import { playbookMarks } from '../../domain/playbook'
import { idField, remarkField } from '../../events/fields'
import { methodKeyField, methodTextField } from '../../events/method-adopted'
import { playbookKeyField } from '../../events/playbook-started'

const run = { incident: idField<IncidentId>(), playbook: playbookKeyField }

export const playbookInputs = {
  'playbooks:read': z.object({}),
  /** `version` as the person saw it: what its file says meanwhile is not begun unseen. */
  'playbook:start': z.object({ ...run, version: methodTextField }),
  'playbook:mark': z.object({
    ...{ ...run, item: methodKeyField, mark: z.enum(playbookMarks) },
    was: z.optional(z.enum(playbookMarks)),
  }),
  'playbook:move': z.object({ ...run, phase: methodKeyField }),
  'playbook:end': z.object({ ...run, reason: remarkField }),
} as const
