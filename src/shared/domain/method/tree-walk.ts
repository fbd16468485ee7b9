import type { Method } from './method-files'

export type DecisionTree = Method['trees']['trees'][number]
export type TreeQuestion = DecisionTree['questions'][number]
export type TreeResult = DecisionTree['results'][number]

export const treeAnswers = ['yes', 'no', 'unknown'] as const
export type TreeAnswer = (typeof treeAnswers)[number]

/** One key of a person: an answer to a question, or a fact that leads straight to a result. */
export type TreeStep = { readonly question: string; readonly answer: TreeAnswer } | { readonly shortcut: string }

export interface TreePlace {
  /** The steps that fit the tree as it is, in their order. */
  readonly taken: readonly TakenStep[]
  /** What is asked next; undefined: there is a result. */
  readonly question: TreeQuestion | undefined
  readonly result: TreeResult | undefined
}

export interface TakenStep {
  readonly step: TreeStep
  /** What was asked when it was taken. */
  readonly asked: TreeQuestion
  /** The words of the shortcut, where it was one. */
  readonly shortcut: string | undefined
}

/**
 * [TR1] Where a walk is. It goes as far as its steps fit the tree: a team may have edited the file during a walk. A
 * tree that was read ends, so that a walk has no more steps than the tree has questions.
 */
export function walkTree(tree: DecisionTree, steps: readonly TreeStep[]): TreePlace {
  const taken: TakenStep[] = []
  let question = tree.questions[0]
  let result: TreeResult | undefined
  for (const step of steps) {
    if (question === undefined) break
    const to = leadsTo(tree, question, step)
    if (to === undefined) break
    const shortcut = 'shortcut' in step ? tree.shortcuts.find(({ id }) => id === step.shortcut)?.text : undefined
    taken.push({ step, asked: question, shortcut })
    question = tree.questions.find(({ id }) => id === to)
    result = question === undefined ? tree.results.find(({ id }) => id === to) : undefined
  }
  return { taken, question, result }
}

/** Undefined: the step is none of this question. */
function leadsTo(tree: DecisionTree, asked: TreeQuestion, step: TreeStep): string | undefined {
  if ('shortcut' in step) return tree.shortcuts.find(({ id }) => id === step.shortcut)?.to
  return step.question === asked.id ? asked[step.answer] : undefined
}

/** `deployed:yes tested:no !growing`: the ids of a method have neither spaces nor colons. */
export function writtenSteps(steps: readonly TreeStep[]): string {
  return steps.map(step => ('shortcut' in step ? `!${step.shortcut}` : `${step.question}:${step.answer}`)).join(' ')
}

export function readSteps(written: string): readonly TreeStep[] {
  return written.split(' ').flatMap((one): readonly TreeStep[] => {
    if (one.startsWith('!')) return [{ shortcut: one.slice(1) }]
    const [question = '', said] = one.split(':')
    const answer = treeAnswers.find(known => known === said)
    return answer === undefined ? [] : [{ question, answer }]
  })
}
