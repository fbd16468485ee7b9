import { describe, expect, it } from 'vitest'
import { newId, type StrategyId } from '../../../src/shared/domain/ids'
import { definitionOf } from '../../../src/shared/events/registry'
import type { TreeWalk } from '../../../src/shared/events/tree-walked'
import { type Bench, commandBench } from '../../support/engine-parts'
import { scratchFolder } from '../../support/folders'

function declared(): Bench {
  const bench = commandBench(scratchFolder())
  bench.run('incident:declare', { title: 'Payments fail', severity: 'SEV-2', impact: '' })
  return bench
}

const walk: TreeWalk = {
  ...{ tree: 'rollback', title: 'Roll back or fix?', method: 'abcdef012345' },
  path: [
    {
      ...{ question: 'deployed', asks: 'Was there a recent deployment?', answer: 'yes' },
      facts: ['deployed 12 min before the start: v2.41.0'],
    },
    { question: 'tested', asks: 'Was it tested?', answer: 'unknown', facts: [] },
    {
      ...{ question: 'confident', asks: 'Confident?', facts: [] },
      answer: { shortcut: 'growing', text: 'The impact is growing' },
    },
  ],
  result: { id: 'roll-back', text: 'Roll back' },
}

describe('[TR2] a walked tree', () => {
  it('is one line of the timeline, a decision, with its path and what was known inside', () => {
    const bench = declared()
    expect(bench.run('trees:record', { walk })).toMatchObject({ ok: true })
    const line = bench.ledger.record(bench.incident)?.timeline().at(-1)
    expect(line).toMatchObject({ kind: 'decision', automatic: true, routine: false })
    expect(line?.text).toBe(
      'Roll back or fix? → Roll back. Was there a recent deployment? yes (deployed 12 min before the start: v2.41.0), Was it tested? unknown, The impact is growing',
    )
  })

  it('has no text of people or vendors left once it is erased, and still says where it led', () => {
    const { withoutTexts, body } = definitionOf('tree-walked')
    const erased = withoutTexts?.(walk, 'erased') as TreeWalk
    expect(body.safeParse(erased).success).toBe(true)
    expect(JSON.stringify(erased)).not.toMatch(/deployed 12|Was it|growing"?,? ?is|Roll back/)
    expect(erased.result.id).toBe('roll-back')
  })

  it('is refused without a path, and with more than any tree has', () => {
    const bench = declared()
    const step = walk.path[0] as TreeWalk['path'][number]
    for (const path of [[], Array.from({ length: 111 }, () => step)])
      expect(bench.run('trees:record', { walk: { ...walk, path } })).toMatchObject({ ok: false })
    expect(bench.run('trees:record', { walk: { ...walk, title: null as unknown as string } })).toMatchObject({
      ok: false,
    })
  })
})

describe('[MM3] a task or an attempt of the menu', () => {
  it('keeps its measure, also when somebody edits it', () => {
    const bench = declared()
    const [task, attempt] = [newId<StrategyId>(), newId<StrategyId>()]
    const item = { kind: 'task', text: 'Restart', owner: null, dueAt: null } as const
    bench.run('strategy:put', { id: task, item: { ...item, measure: 'restart' } })
    bench.run('strategy:put', { id: task, item: { ...item, text: 'Restart EU first' } })
    bench.run('strategy:put', {
      id: attempt,
      item: { kind: 'attempt', text: 'Restart', result: 'pending', measure: 'restart' },
    })
    bench.run('strategy:judge', { attempt, result: 'worse', was: 'pending' })
    const head = bench.ledger.record(bench.incident)?.incident
    expect(head?.tasks).toMatchObject([{ text: 'Restart EU first', measure: 'restart' }])
    expect(head?.attempts).toMatchObject([{ result: 'worse', measure: 'restart' }])
  })
})
