import { unreachable } from '../../../lib/unreachable'
import type { CharSet } from './reading'
import type { PatternNode } from './syntax'

/** A step of a program; `next` are places of steps. */
export type Step =
  | { readonly op: 'set'; readonly set: CharSet; readonly next: number }
  | { readonly op: 'fork'; readonly next: readonly number[] }
  | { readonly op: 'start' | 'end'; readonly next: number }
  | { readonly op: 'fits' }

export interface Program {
  readonly steps: readonly Step[]
  readonly first: number
}

/** How many steps a pattern takes: repetitions within repetitions multiply. */
export function sizeOf(node: PatternNode): number {
  switch (node.op) {
    case 'set':
    case 'start':
    case 'end':
      return 1
    case 'all':
    case 'any':
      return node.of.reduce((sum, one) => sum + sizeOf(one), 1)
    case 'repeat':
      return (sizeOf(node.of) + 1) * Math.max(1, node.min, node.max ?? node.min + 1)
    default:
      return unreachable(node)
  }
}

/** Each part is written after what follows it, so that it knows where it leads. */
export function programOf(pattern: PatternNode): Program {
  const steps: Step[] = []
  const add = (step: Step) => steps.push(step) - 1

  function write(node: PatternNode, next: number): number {
    switch (node.op) {
      case 'set':
        return add({ op: 'set', set: node.set, next })
      case 'start':
      case 'end':
        return add({ op: node.op, next })
      case 'all':
        return node.of.reduceRight((after, one) => write(one, after), next)
      case 'any':
        return add({ op: 'fork', next: node.of.map(one => write(one, next)) })
      case 'repeat':
        return times(node.min, write, node.of, rest(node, next))
      default:
        return unreachable(node)
    }
  }

  function rest({ of, min, max }: PatternNode & { op: 'repeat' }, next: number): number {
    if (max === null) return loop(of, next)
    const maybe = (after: number) => add({ op: 'fork', next: [write(of, after), next] })
    return Array.from({ length: max - min }).reduce<number>(maybe, next)
  }

  function loop(of: PatternNode, next: number): number {
    const place = add({ op: 'fork', next: [] })
    steps[place] = { op: 'fork', next: [write(of, place), next] }
    return place
  }

  const first = write(pattern, add({ op: 'fits' }))
  return { steps, first }
}

function times(
  count: number,
  write: (node: PatternNode, next: number) => number,
  of: PatternNode,
  next: number,
): number {
  return Array.from({ length: count }).reduce<number>(after => write(of, after), next)
}
