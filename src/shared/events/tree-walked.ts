import * as z from 'zod/mini'
import { keyField } from '../domain/method/method-fields'
import { treeAnswers } from '../domain/method/tree-walk'
import { listText, t } from '../texts/t'
import { texts } from '../texts/texts'
import { defineEvent } from './define'
import { automaticLine } from './line'

/** Of the method as it was then: the log is read without its files. */
const saidText = z.string().check(z.trim(), z.minLength(1), z.maxLength(200))
const factText = z.string().check(z.trim(), z.minLength(1), z.maxLength(300))

const step = z.object({
  question: keyField,
  asks: saidText,
  /** Of a shortcut its own words, as they say more than a yes. */
  answer: z.union([z.enum(treeAnswers), z.object({ shortcut: keyField, text: saidText })]),
  /** What was known of it when the walk came to its result. */
  facts: z.readonly(z.array(factText).check(z.maxLength(20))),
})

export const treeWalkField = z.object({
  ...{ tree: keyField, title: saidText, method: z.string().check(z.maxLength(64)) },
  path: z.readonly(z.array(step).check(z.minLength(1), z.maxLength(110))),
  result: z.object({ id: keyField, text: saidText }),
})
export type TreeWalk = z.infer<typeof treeWalkField>

/** [TR2] A decision tree walked to its result, with each question, its answer, and what was known of it. */
export const treeWalked = defineEvent('tree-walked', {
  version: 1,
  body: treeWalkField,
  withoutTexts: (body, standIn) => ({
    ...body,
    title: standIn,
    path: body.path.map(({ question, answer }) => {
      const said = typeof answer === 'string' ? answer : { ...answer, text: standIn }
      return { question, asks: standIn, answer: said, facts: [] }
    }),
    result: { ...body.result, text: standIn },
  }),
  line: event => automaticLine(event, 'decision', () => walkText(event.body)),
})

/** `Roll back or fix? → Roll back. Was there a recent deployment? yes (deployed 12 min before it began: v2.41.0), …` */
export function walkText({ title, path, result }: TreeWalk): string {
  const { walked, walkStep, walkFacts, walkAnswers } = texts.strategyLines
  const steps = path.map(({ asks, answer, facts }) => {
    const said = typeof answer === 'string' ? t(walkStep, { asks, answer: walkAnswers[answer] }) : answer.text
    return facts.length === 0 ? said : t(walkFacts, { step: said, facts: listText(facts) })
  })
  return t(walked, { tree: title, result: result.text, path: listText(steps) })
}
