import * as z from 'zod/mini'
import { schemaFlaw } from '../../lib/schema-flaw'
import { roles } from '../people'
import { itemField, itemsOf, minutesField, severityKey, textField } from './method-fields'
import { recordFacts } from './method-measures'

/** What opens where an item is done. */
export const playbookOpens = [
  ...(['roles', 'severity', 'impact', 'facts', 'customer-update', 'audiences', 'room', 'checkpoint'] as const),
  ...(['decision', 'mitigation', 'trees', 'gate', 'closing', 'handoff', 'figures'] as const),
] as const
export type PlaybookOpens = (typeof playbookOpens)[number]

const item = z.strictObject({
  ...itemField.shape,
  /** Absent: it is everybody's. */
  role: z.optional(z.enum(roles)),
  by: z.optional(z.enum(recordFacts)),
  opens: z.optional(z.enum(playbookOpens)),
})

const phase = z.strictObject({
  ...itemField.shape,
  /** Minutes from the declaration; absent: nothing in it is ever late. */
  within: z.optional(minutesField),
  /** Absent: it begins when all of the phase before it is done, or by a person's word. */
  begins: z.optional(z.enum(recordFacts)),
  items: itemsOf(item),
})

const playbook = z.strictObject({
  ...{ title: textField, about: textField },
  offered: z.strictObject({
    severities: z.optional(z.array(severityKey).check(z.minLength(1), z.maxLength(4))),
    /** Of the title, the impact or an alert, by whole words. */
    words: z.optional(z.array(textField).check(z.minLength(1), z.maxLength(100))),
  }),
  phases: itemsOf(phase),
})
export type PlaybookFile = z.output<typeof playbook>

/** A playbook: phases with checklists. The log names items by their ids, so each is there once in all of it. */
export const playbookFile = playbook.check(z.check(({ value, issues }) => void issues.push(...itemFlaws(value))))

function itemFlaws({ phases, offered }: PlaybookFile) {
  const seen = new Set<string>()
  const flaws: ReturnType<typeof schemaFlaw>[] = []
  for (const [at, { items }] of phases.entries())
    for (const [place, { id }] of items.entries()) {
      if (seen.has(id)) flaws.push(schemaFlaw(['phases', at, 'items', place, 'id'], 'input-there-twice', phases))
      seen.add(id)
    }
  if (offered.severities === undefined && offered.words === undefined)
    flaws.push(schemaFlaw(['offered'], 'input-never-offered', offered))
  return flaws
}
