import * as z from 'zod/mini'
import { type Condition, comparisons, type RevisitPlan } from '../domain/decisions'
import { t } from '../texts/t'
import { texts } from '../texts/texts'
import { idField, instant } from './fields'
import { dueClock, outcomeText } from './strategy-fields'

const shortText = z.string().check(z.maxLength(300))

export const conditionFields = {
  panel: idField<string>(),
  title: shortText,
  is: z.enum(comparisons),
  value: z.number(),
}

const revisitRest = { at: z.nullable(instant), soon: z.boolean(), instead: outcomeText }

/** [DN5] @param condition as the log has it, or as a page sends it */
export function revisitOf<Field extends z.ZodMiniType>(condition: Field) {
  return z
    .object({ ...revisitRest, condition: z.nullable(condition) })
    .check(z.refine(plan => plan.at !== null || (plan as unknown as RevisitPlan).condition !== null, 'input-revisit'))
}

export const revisitField = revisitOf(
  z.object({ ...conditionFields, unit: z.string().check(z.maxLength(40)), limit: shortText }),
)

export function erasedRevisit<Plan extends RevisitPlan>(revisit: Plan | null, standIn: string): Plan | null {
  return revisit && { ...revisit, instead: revisit.instead && standIn }
}

/** `Error rate ≥ 5 %`. */
export function conditionText({ title, is, limit }: Condition): string {
  return t(texts.decisionLines.conditions[is], { title, limit })
}

/** `at 15:00 UTC if Error rate ≥ 5 %, then maintenance mode`. */
export function revisitText({ at, condition, soon, instead }: RevisitPlan, clock = dueClock): string {
  const { revisits } = texts.decisionLines
  const when = { time: at === null ? '' : clock(at), condition: condition === null ? '' : conditionText(condition) }
  const form = condition === null ? revisits.at : at === null ? revisits.soon : soon ? revisits.either : revisits.if
  return instead === '' ? t(form, when) : t(revisits.instead, { when: t(form, when), text: instead })
}
