import { describe, expect, it } from 'vitest'
import { methodFiles } from '../../../src/shared/domain/method/method-files'
import {
  type DecisionTree,
  readSteps,
  type TreeStep,
  treeAnswers,
  walkTree,
  writtenSteps,
} from '../../../src/shared/domain/method/tree-walk'
import { seeded } from '../../support/seeded'
import { shippedMethod } from '../../support/shipped-method'

const { trees, mitigation } = shippedMethod().current().method
const all = trees.trees

/** All ways through a tree, by every answer that its questions take. */
function* waysThrough(tree: DecisionTree, steps: readonly TreeStep[] = []): Generator<readonly TreeStep[]> {
  const { question, result } = walkTree(tree, steps)
  if (question === undefined) {
    expect(result, `${tree.id}: ${writtenSteps(steps)}`).toBeDefined()
    yield steps
    return
  }
  for (const answer of treeAnswers)
    if (question[answer] !== undefined) yield* waysThrough(tree, [...steps, { question: question.id, answer }])
  for (const { id } of tree.shortcuts) yield [...steps, { shortcut: id }]
}

describe('[TR1] the trees that ship', () => {
  it.each(all.map(tree => [tree.id, tree] as const))('%s ends whatever is answered', (_, tree) => {
    const ways = [...waysThrough(tree)]
    expect(ways.length).toBeGreaterThan(2)
    const reached = new Set(ways.map(steps => walkTree(tree, steps).result?.id))
    expect([...reached].sort(), 'each result can be reached').toEqual(tree.results.map(({ id }) => id).sort())
    for (const steps of ways) {
      expect(steps.length).toBeLessThanOrEqual(tree.questions.length)
      expect(readSteps(writtenSteps(steps))).toEqual(steps)
    }
  })

  it('let a person say that they cannot tell, at each question', () => {
    for (const tree of all) for (const question of tree.questions) expect(question.unknown, question.asks).toBeDefined()
  })

  const rollback = all.find(({ id }) => id === 'rollback') as DecisionTree
  it.each([
    ['deployed:no', 'other-mitigation'],
    ['deployed:unknown', 'find-deployment'],
    ['deployed:yes tested:no', 'roll-back'],
    ['deployed:yes tested:unknown', 'roll-back'],
    ['deployed:yes tested:yes confident:no', 'roll-back'],
    ['deployed:yes tested:yes confident:yes faster:no', 'roll-back'],
    ['deployed:yes tested:yes confident:yes faster:yes', 'fix'],
    ['!growing', 'roll-back'],
    ['deployed:yes !long-fix', 'roll-back'],
  ])('rollback: %s leads to %s', (written, result) => {
    expect(walkTree(rollback, readSteps(written)).result?.id).toBe(result)
  })

  it('go as far as the steps fit: the file may have changed under a walk', () => {
    const place = walkTree(rollback, readSteps('deployed:yes gone:yes confident:yes'))
    expect(place.taken).toHaveLength(1)
    expect(place.question?.id).toBe('tested')
    expect(walkTree(rollback, readSteps('!gone nonsense : deployed')).taken).toEqual([])
    expect(walkTree(rollback, readSteps('!growing deployed:yes')).taken).toHaveLength(1)
  })

  it('name the trees that their results lead to, and no tree leads back to itself for ever', () => {
    const leads = new Map(
      all.map(tree => [tree.id, tree.results.flatMap(({ next }) => (next.kind === 'tree' ? [next.tree] : []))]),
    )
    for (const [id, next] of leads) for (const to of next) expect(leads.get(to), `${id} → ${to}`).not.toContain(id)
  })
})

describe('[TR1] any tree that a file may hold', () => {
  it('ends, or is refused', () => {
    const random = seeded('trees')
    let read = 0
    for (let run = 0; run < 400; run += 1) {
      const count = 1 + Math.floor(random() * 12)
      const ids = Array.from({ length: count }, (_, at) => `q${at}`)
      const results = Array.from({ length: 1 + Math.floor(random() * 4) }, (_, at) => `r${at}`)
      const anything = [...ids, ...results]
      // Mostly onwards, so that enough of them are valid.
      const edge = (from: number) => {
        const from_ = random() < 0.97 ? anything.slice(from + 1) : anything
        return from_[Math.floor(random() * from_.length)] ?? 'r0'
      }
      const file = {
        trees: [
          {
            ...{ id: 'one', title: 'دور الشجرة' },
            questions: ids.map((id, at) => ({
              ...{ id, asks: `${id}?`, yes: edge(at), no: edge(at) },
              ...(random() < 0.5 && { unknown: edge(at) }),
            })),
            results: results.map(id => ({ id, text: id, next: { kind: 'none' } })),
          },
        ],
      }
      const parsed = methodFiles.trees.safeParse(file)
      if (!parsed.success) continue
      read += 1
      const [tree] = parsed.data.trees as [DecisionTree]
      for (let walk = 0; walk < 20; walk += 1) {
        const steps: TreeStep[] = []
        for (let { question } = walkTree(tree, steps); question !== undefined; { question } = walkTree(tree, steps)) {
          const known = treeAnswers.filter(answer => question?.[answer] !== undefined)
          steps.push({ question: question.id, answer: known[Math.floor(random() * known.length)] ?? 'yes' })
          expect(steps.length).toBeLessThanOrEqual(count)
        }
        expect(walkTree(tree, steps).result).toBeDefined()
      }
    }
    expect(read).toBeGreaterThan(100)
  })

  it('is refused where “cannot tell” leads back to its own path, or to nothing', () => {
    const file = (unknown: string) => ({
      trees: [
        {
          ...{ id: 'one', title: 'One' },
          questions: [
            { id: 'a', asks: 'A?', yes: 'b', no: 'r' },
            { id: 'b', asks: 'B?', yes: 'r', no: 'r', unknown },
          ],
          results: [{ id: 'r', text: 'R', next: { kind: 'none' } }],
        },
      ],
    })
    const flaw = (unknown: string) => methodFiles.trees.safeParse(file(unknown)).error?.issues[0]
    expect(flaw('a')).toMatchObject({ message: 'input-tree-loop', path: ['trees', 0, 'questions', 1, 'unknown'] })
    expect(flaw('c')).toMatchObject({ message: 'input-edge-to-nothing', path: ['trees', 0, 'questions', 1, 'unknown'] })
    expect(flaw('r')).toBeUndefined()
  })
})

describe('[MM3] the menu that ships', () => {
  const { causes, measures } = mitigation
  const tries = causes.flatMap(cause => cause.try)

  it('has an id for everything that can be tried', () => {
    for (const { text, id, measure } of tries) expect(id ?? measure, text).toBeDefined()
  })

  it('has something that speaks for each cause', () => {
    for (const { text, facts } of causes) expect(facts, text).not.toEqual([])
  })

  it('refuses an id that something else of the menu has', () => {
    const file = {
      ...mitigation,
      causes: causes.map(cause => ({ ...cause, try: [{ id: measures[0]?.id, text: 'x' }] })),
    }
    expect(methodFiles.mitigation.safeParse(file).error?.issues[0]).toMatchObject({ message: 'input-there-twice' })
  })
})
