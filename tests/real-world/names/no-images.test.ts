import { expect, it } from 'vitest'
import { renderHandoff } from '../../../src/main/engine/documents/handoff'
import { postmortemStart } from '../../../src/renderer/features/comms/status-page/postmortem-text'
import { handoffContent } from '../../../src/shared/domain/handoff-content'
import type { ConnectionId } from '../../../src/shared/domain/ids'
import { never, startLoopback } from '../../main/http/loopback'
import { accountAt } from '../../main/vendors/accounts'
import * as story from '../../support/folded-incident'
import { sendJson } from '../../support/open-loopback'

const images = [
  '![](https://spy.example/a.png)',
  '![x][spy]\n\n[spy]: https://spy.example/a.png',
  '!\\[](https://spy.example/a.png)',
  '\\![](https://spy.example/a.png)',
  '<img src=https://spy.example/a.png>',
  '<https://spy.example/a.png>',
  '[![](https://spy.example/a.png)](https://spy.example)',
  '!\u200b[](https://spy.example/a.png)',
  '&#33;[](https://spy.example/a.png)',
]

/** An image, an HTML tag or an address in angle brackets that no backslash disarms. */
function live(markdown: string): readonly string[] {
  const bare = markdown.replace(/\\[!-/:-@[-`{-~]/g, '')
  return [...bare.matchAll(/!\[[^\]]*\]|<(?:img|https?:)[^>]*>|^\s*\[[^\]]*\]:/gim)].map(([found]) => found)
}

it.each(images)('[HD12] %j is no image in a handoff', text => {
  const { incident, timeline } = story.recordOf([
    story.declared({ title: text, impact: text }),
    story.line(2, 'decision', `so!${text}`, true),
    story.line(3, 'note', text),
    story.drafted(4, 'u1', { ...story.updateContent(), title: text, body: text }),
    story.published(5, 'u1', { ...story.updateContent(), title: text, body: text }),
  ])
  const page = { connection: 'pd' as ConnectionId, externalId: 'P', title: `${text}!`, service: text, url: null }
  const content = handoffContent({ ...incident, pages: [page] }, timeline, story.minute(20))
  expect(live(renderHandoff(content, 'markdown'))).toEqual([])
  expect(renderHandoff(content, 'html')).not.toMatch(/<img/i)
})

it.each(images)('[HD12] %j is no image in a postmortem or on Grafana’s charts', async text => {
  const { incident } = story.recordOf([story.declared({ title: 'x', impact: text })])
  expect(postmortemStart(incident)).not.toMatch(/!\[|<(?:img|https)/)
  const server = await startLoopback((_, response) => sendJson(response, { id: 7 }))
  const what = { kind: 'annotation', connection: 'test-grafana' as ConnectionId, text, at: 1 } as const
  await accountAt('grafana', server.origin).acts?.send(
    { incident: 'i' as never, item: 'a' as never, what, now: 0 },
    never,
  )
  expect(JSON.parse(server.seen[0]?.body ?? '{}')).not.toMatchObject({
    text: expect.stringMatching(/!\[|<(?:img|https)/),
  })
})
