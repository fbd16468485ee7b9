import { describe, expect, it } from 'vitest'
import { section } from '../../../src/main/engine/documents/blocks'
import { renderHandoff } from '../../../src/main/engine/documents/handoff'
import { withShortLists } from '../../../src/main/engine/documents/short-lists'
import { eventRegistry } from '../../../src/shared/events/registry'
import * as story from '../../support/folded-incident'
import { boardOf, contentOf } from './sample'

const start = story.declared({ severity: 'SEV-2' })

describe('[HD14] a long list of a handoff', () => {
  const task = (at: number) =>
    eventRegistry['task-given'].draft(
      {
        task: `t${at}` as never,
        text: `Task ${at}`,
        owner: null,
        dueAt: at === 149 ? story.minute(15) : null,
        entry: null,
      },
      story.minute(10),
      story.ada,
    )
  const tasks = Array.from({ length: 150 }, (_, at) => task(at))

  it('has its head in its place, what is due first on top, and all the others at the end', () => {
    const text = renderHandoff(contentOf([start, ...tasks], 40), 'markdown')
    const [, running = ''] = /## Tasks running\n\n([\s\S]*?)\n\n## /.exec(text) ?? []
    expect(running.split('\n')).toHaveLength(13)
    expect(running).toMatch(/^- Nobody: Task 149, due 14:15 UTC, overdue/)
    expect(running).toMatch(/- \*\*and 138 more\*\*: “Tasks running: the others”, at the end$/)
    expect(text.indexOf('## Tasks running: the others')).toBeGreaterThan(text.indexOf('## Timeline'))
    expect(text.match(/^- Nobody: Task \d+/gm)).toHaveLength(150)
  })

  it('of decisions has the newest ones in its place', () => {
    const decisions = Array.from({ length: 40 }, (_, at) => story.line(at / 2, 'decision', `Decision ${at}`))
    const text = renderHandoff(contentOf([start, ...decisions], 40), 'markdown')
    const [, listed = ''] = /## Decisions\n\n([\s\S]*?)\n\n## /.exec(text) ?? []
    expect(listed).toMatch(/^- \*\*and 28 more\*\*.*\n- 14:14 UTC Decision 28/)
    expect(listed).toContain('Decision 39')
    expect(renderHandoff(contentOf([start, ...decisions], 40), 'html')).toContain('and 28 more')
  })

  it('is whole where it is a little longer than its head, and loses nothing where it is not', () => {
    const listOf = (count: number) => {
      const items = Array.from({ length: count }, (_, at) => [`item ${at}`])
      return withShortLists([section('Tried', [{ block: 'list', look: 'lines', items, none: '' }])])
    }
    for (const count of [0, 1, 12, 15]) expect(listOf(count)).toHaveLength(1)
    for (const count of [16, 40, 1000]) {
      const said = JSON.stringify(listOf(count))
      expect(said.match(/item \d+/g)).toHaveLength(count)
      expect(said).toContain(`and ${count - 12} more`)
    }
  })

  it('is whole where it is short', () => {
    expect(renderHandoff(contentOf([start, ...boardOf(14)], 40), 'markdown')).not.toContain('the others')
  })
})
