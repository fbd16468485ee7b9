import * as z from 'zod/mini'
import type { EventId } from '../domain/ids'
import { t } from '../texts/t'
import { texts } from '../texts/texts'
import { erasedWords, reportFields, reportText } from './customers-reported'
import { defineEvent } from './define'
import { idField } from './fields'
import { automaticLine } from './line'
import { strategyIdField } from './strategy-fields'

/** [CR4] What a report says instead, or that it was none. */
export const reportCorrected = defineEvent('report-corrected', {
  version: 1,
  body: z.object({
    ...{ report: strategyIdField, ...reportFields },
    retracted: z.boolean(),
    /** The event that stated it last. */
    was: idField<EventId>(),
  }),
  withoutTexts: erasedWords,
  wish: ({ body: { report, was } }, { reports: { reports } }) => {
    const known = reports.find(({ id }) => id === report)
    return known === undefined || known.key === was ? undefined : 'report-changed'
  },
  line: event => {
    const { corrected, retracted } = texts.reportLines
    return automaticLine(event, 'note', () =>
      t(event.body.retracted ? retracted : corrected, { said: reportText(event.body) }),
    )
  },
})
