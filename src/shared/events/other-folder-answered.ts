import * as z from 'zod/mini'
import { otherFolderStates } from '../domain/workspace'
import { texts } from '../texts/texts'
import { defineEvent } from './define'
import { originField } from './fields'
import { automaticLine } from './line'

/** [WS4] A person says whether the folder that `origin` is a copy of still runs. */
export const otherFolderAnswered = defineEvent('other-folder-answered', {
  version: 1,
  stream: 'workspace',
  body: z.object({ origin: originField, other: z.enum(otherFolderStates) }),
  line: event =>
    automaticLine(event, 'decision', () =>
      event.body.other === 'gone' ? texts.folderLines.otherGone : texts.folderLines.otherRuns,
    ),
})
