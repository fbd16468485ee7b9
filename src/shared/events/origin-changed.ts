import * as z from 'zod/mini'
import { texts } from '../texts/texts'
import { defineEvent } from './define'
import { originField } from './fields'
import { failureLine } from './line'

/** [WS4] The folder continues as another origin: it was copied or restored, or its key was lost. */
export const originChanged = defineEvent('origin-changed', {
  version: 1,
  stream: 'workspace',
  body: z.object({ origin: originField, from: z.nullable(originField) }),
  line: event => failureLine(event, 'note', () => texts.folderLines.copied),
})
