import { describe, expect, it } from 'vitest'
import { type DecisionTree, readSteps, walkTree } from '../../../src/shared/domain/method/tree-walk'
import { shippedMethod } from '../../support/shipped-method'

const { trees } = shippedMethod().current().method.trees

const questionsLeft = (tree: DecisionTree) =>
  new Set(
    tree.questions.flatMap(({ id, yes, no, unknown }) => [`${id}:yes ${yes}`, `${id}:no ${no}`, `${id}:? ${unknown}`]),
  )

type Row = readonly [walked: string, result: string, next: string]

/** The practice, row by row: what is answered, the result, and the step that it offers. */
const practice: Readonly<Record<string, readonly Row[]>> = {
  rollback: [
    ['deployed:no', 'It was no deployment', 'tree mitigation'],
    ['deployed:unknown', 'Find out what was deployed', 'task Find out what was deployed before it began'],
    ['deployed:yes tested:no', 'Roll back', 'task Roll back the deployment'],
    ['deployed:yes tested:unknown', 'Roll back', 'task Roll back the deployment'],
    ['deployed:yes tested:yes confident:no', 'Roll back', 'task Roll back the deployment'],
    ['deployed:yes tested:yes confident:unknown', 'Roll back', 'task Roll back the deployment'],
    ['deployed:yes tested:yes confident:yes faster:no', 'Roll back', 'task Roll back the deployment'],
    ['deployed:yes tested:yes confident:yes faster:unknown', 'Roll back', 'task Roll back the deployment'],
    ['deployed:yes tested:yes confident:yes faster:yes', 'Fix it', 'task Deploy the fix'],
    ['!unsure-fix', 'Roll back', 'task Roll back the deployment'],
    ['!long-fix', 'Roll back', 'task Roll back the deployment'],
    ['!growing', 'Roll back', 'task Roll back the deployment'],
    ['!risky-fix', 'Roll back', 'task Roll back the deployment'],
  ],
  mitigation: [
    ['deployed:yes', 'Roll back', 'task Roll back the deployment'],
    ['deployed:no resources:yes', 'Scale', 'task Scale the service'],
    ['deployed:unknown resources:yes', 'Scale', 'task Scale the service'],
    ['deployed:no resources:no dependency:yes', 'Fail over', 'task Fail over'],
    ['deployed:no resources:unknown dependency:yes', 'Fail over', 'task Fail over'],
    ['deployed:no resources:no dependency:no', 'Investigate', 'task Find out what is wrong'],
    ['deployed:no resources:no dependency:unknown', 'Investigate', 'task Find out what is wrong'],
  ],
  'commander-escalation': [
    ['expertise:yes', 'Get a specialist', 'page Specialist'],
    ['expertise:unknown', 'Get a specialist', 'page Specialist'],
    ['expertise:no decision:yes', 'Call the on-call manager', 'page On-call manager'],
    ['expertise:no decision:unknown', 'Call the on-call manager', 'page On-call manager'],
    [
      'expertise:no decision:no vendor:yes',
      'Open a critical support ticket',
      'task Open a critical support ticket with the vendor',
    ],
    ['expertise:no decision:no vendor:no hands:yes', 'Add responders', 'page Responders'],
    ['expertise:no decision:no vendor:unknown hands:unknown', 'Add responders', 'page Responders'],
    ['expertise:no decision:no vendor:no hands:no', 'Continue as you are', 'update Tell people how it goes'],
  ],
  escalation: [
    ['primary:no', 'Wait 5 minutes, then page the secondary', 'page Secondary on-call after 5'],
    ['primary:unknown', 'Wait 5 minutes, then page the secondary', 'page Secondary on-call after 5'],
    ['primary:yes can-handle:yes', 'Let them resolve it', 'none'],
    ['primary:yes can-handle:no specialist:yes', 'Page the specialist', 'page Specialist'],
    ['primary:yes can-handle:unknown specialist:unknown', 'Page the specialist', 'page Specialist'],
    ['primary:yes can-handle:no specialist:no decision:yes', 'Call the manager', 'page Manager'],
    ['primary:yes can-handle:no specialist:no decision:unknown', 'Call the manager', 'page Manager'],
    [
      'primary:yes can-handle:no specialist:no decision:no cross-team:yes',
      "Call that team's lead",
      "page The other team's lead",
    ],
    ['primary:yes can-handle:no specialist:no decision:no cross-team:no data:yes', 'Page security', 'page Security'],
    [
      'primary:yes can-handle:no specialist:no decision:no cross-team:unknown data:unknown',
      'Page security',
      'page Security',
    ],
    ['primary:yes can-handle:no specialist:no decision:no cross-team:no data:no', 'Continue as you are', 'none'],
  ],
}

function nextOf({ result }: ReturnType<typeof walkTree>): string {
  if (result === undefined) return 'nowhere'
  const { next } = result
  if (next.kind === 'none') return 'none'
  if (next.kind === 'tree') return `tree ${next.tree}`
  return `${next.kind} ${next.text}${next.after === undefined ? '' : ` after ${next.after}`}`
}

describe('[TR1] each row of the trees that ship', () => {
  it('is of these four', () => {
    expect(trees.map(({ id }) => id)).toEqual(Object.keys(practice))
  })

  const rows = trees.flatMap(tree => (practice[tree.id] ?? []).map(row => [tree.id, ...row, tree] as const))
  it.each(rows)('%s: %s leads to “%s”, which offers: %s', (_, walked, result, next, tree) => {
    const steps = readSteps(walked)
    const place = walkTree(tree, steps)
    expect(place.taken).toHaveLength(steps.length)
    expect([place.result?.text, nextOf(place)]).toEqual([result, next])
  })

  it.each(trees.map(tree => [tree.id, tree] as const))('%s: no answer and no shortcut is left out', (id, tree) => {
    const left = questionsLeft(tree)
    const shortcuts = new Set(tree.shortcuts.map(one => one.id))
    for (const [walked] of practice[id] ?? [])
      for (const step of readSteps(walked)) {
        if ('shortcut' in step) shortcuts.delete(step.shortcut)
        else {
          const { question, answer } = step
          const asked = tree.questions.find(one => one.id === question)
          left.delete(`${question}:${answer === 'unknown' ? '?' : answer} ${asked?.[answer]}`)
        }
      }
    expect([[...left], [...shortcuts]]).toEqual([[], []])
  })
})
