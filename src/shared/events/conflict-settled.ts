import * as z from 'zod/mini'
import { type ConflictAbout, openConflicts } from '../domain/claims'
import type { EventId } from '../domain/ids'
import { isRole, type RoleKey } from '../domain/people'
import { t } from '../texts/t'
import { texts } from '../texts/texts'
import { defineEvent } from './define'
import { idField, remarkField } from './fields'
import { automaticLine, withMore } from './line'

export const conflictAboutField = z
  .string()
  .check(
    z.regex(/^(?:severity|status|title|impact|role:[\w-]{1,40}|approval:[\w.:-]{1,128})$/, 'input-conflict'),
  ) as unknown as z.ZodMiniType<ConflictAbout, ConflictAbout>

/** [CF3] A person says which side of a conflict holds. Version 1 knew none about approvals. */
export const conflictSettled = defineEvent('conflict-settled', {
  version: 2,
  body: z.object({
    about: conflictAboutField,
    /** The event whose value holds, and that value in words. */
    chosen: idField<EventId>(),
    text: remarkField,
    reason: remarkField,
  }),
  withoutTexts: (body, standIn) => ({ ...body, text: standIn, reason: standIn }),
  wish: ({ body: { about, chosen } }, { concurrency }) => {
    const open = openConflicts(concurrency).find(conflict => conflict.about === about)
    return open?.sides.some(({ event }) => event === chosen) ? undefined : 'conflict-closed'
  },
  line: event => {
    const { about, text, reason } = event.body
    return automaticLine(event, 'decision', () =>
      withMore(t(texts.incidentLines.settled, { about: conflictName(about), value: text }), reason),
    )
  },
})

/** What machines had set differently, in words. */
export function conflictName(about: ConflictAbout): string {
  const names = texts.incidentLines.conflicts
  if (about.startsWith('approval:')) return names.approval
  if (!about.startsWith('role:')) return names[about as 'severity' | 'status' | 'title' | 'impact']
  const key = about.slice('role:'.length) as RoleKey
  return isRole(key) ? texts.roles.names[key] : names.role
}
