import * as z from 'zod/mini'
import { defineEvent } from './define'
import { originField } from './fields'

/** [WS1] The first event of the folder's own stream. */
export const workspaceBegun = defineEvent('workspace-begun', {
  version: 1,
  stream: 'workspace',
  body: z.object({ origin: originField }),
  line: () => undefined,
})
