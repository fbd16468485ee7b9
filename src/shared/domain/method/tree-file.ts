import * as z from 'zod/mini'
import { schemaFlaw } from '../../lib/schema-flaw'
import { askedFacts } from './asked-facts'
import { itemField, itemsOf, keyField, minutesField, textField, uniqueIds } from './method-fields'

const next = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.enum(['task', 'page', 'update']), text: textField, after: z.optional(minutesField) }),
  z.strictObject({ kind: z.literal('tree'), tree: keyField }),
  z.strictObject({ kind: z.literal('none') }),
])
const question = z.strictObject({
  ...{ id: keyField, asks: textField, yes: keyField, no: keyField },
  // The answer if nobody knows: the careful way. Absent: it has to be found out.
  unknown: z.optional(keyField),
  facts: askedFacts,
})
const result = z.strictObject({ ...itemField.shape, next })
const shortcut = z.strictObject({ ...itemField.shape, to: keyField })

const treeSchema = z.strictObject({
  ...{ id: keyField, title: textField, questions: itemsOf(question), results: itemsOf(result) },
  shortcuts: z._default(z.array(shortcut).check(z.maxLength(100), uniqueIds()), []),
})
type DecisionTree = z.output<typeof treeSchema>

/** `trees.yaml`: each begins with its first question and ends, whatever is answered, with a result. */
export const treeFile = z.strictObject({
  trees: itemsOf(treeSchema).check(z.check(({ value, issues }) => void issues.push(...treesFlaws(value)))),
})

function treesFlaws(trees: readonly DecisionTree[]) {
  const ids = new Set(trees.map(({ id }) => id))
  return trees.flatMap((tree, at) => [
    ...edgeFlaws(tree, [at], trees),
    ...tree.results.flatMap(({ next: step }, result) =>
      step.kind === 'tree' && !ids.has(step.tree)
        ? [schemaFlaw([at, 'results', result, 'next', 'tree'], 'input-edge-to-nothing', trees, { name: step.tree })]
        : [],
    ),
  ])
}

const answers = ['unknown', 'no', 'yes'] as const

function edgeFlaws(tree: DecisionTree, path: readonly number[], input: unknown) {
  const flaws: ReturnType<typeof schemaFlaw>[] = []
  const add = (...[tail, code, params]: [readonly (string | number)[], string, Record<string, string>?]) =>
    flaws.push(schemaFlaw([...path, ...tail], code, input, params))
  const asked = new Map(tree.questions.map(one => [one.id, one]))
  const results = new Set(tree.results.map(({ id }) => id))
  for (const [at, { id }] of tree.results.entries()) if (asked.has(id)) add(['results', at, 'id'], 'input-there-twice')
  for (const [at, one] of tree.questions.entries())
    for (const answer of answers) {
      const to = one[answer]
      if (to !== undefined && !asked.has(to) && !results.has(to))
        add(['questions', at, answer], 'input-edge-to-nothing', { name: to })
    }
  for (const [at, { to }] of tree.shortcuts.entries())
    if (!results.has(to)) add(['shortcuts', at, 'to'], 'input-edge-to-nothing', { name: to })
  const loop = flaws.length === 0 ? loopIn(tree) : undefined
  if (loop !== undefined) add(['questions', loop.at, loop.answer], 'input-tree-loop', { name: loop.to })
  return flaws
}

/** An edge that leads back to a question on its own path: who follows it never comes to a result. */
function loopIn({ questions }: DecisionTree) {
  const places = new Map(questions.map(({ id }, at) => [id, at]))
  const state = new Map<number, 'on-path' | 'ends'>()
  type Step = { readonly at: number; readonly answers: (typeof answers)[number][] }
  for (const start of questions.keys()) {
    if (state.has(start)) continue
    // A list of our own instead of recursion: a file may hold a chain of any length.
    const path: Step[] = [{ at: start, answers: [...answers] }]
    state.set(start, 'on-path')
    for (let step = path.at(-1); step !== undefined; step = path.at(-1)) {
      const answer = step.answers.pop()
      if (answer === undefined) {
        state.set(step.at, 'ends')
        path.pop()
        continue
      }
      const to = questions[step.at]?.[answer] ?? ''
      const place = places.get(to)
      if (place === undefined || state.get(place) === 'ends') continue
      if (state.get(place) === 'on-path') return { at: step.at, answer, to }
      state.set(place, 'on-path')
      path.push({ at: place, answers: [...answers] })
    }
  }
  return undefined
}
