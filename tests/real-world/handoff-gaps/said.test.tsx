import { screen } from '@testing-library/react'
import { act } from 'react'
import { describe, expect, it } from 'vitest'
import { renderHandoff } from '../../../src/main/engine/documents/handoff'
import { HandoffPane } from '../../../src/renderer/features/handoff/handoff-pane'
import type { FeedStatus } from '../../../src/shared/contract/feeds'
import { handoffContent } from '../../../src/shared/domain/handoff-content'
import { type ConnectionId, type IncidentId, newId } from '../../../src/shared/domain/ids'
import type { Proposal } from '../../../src/shared/domain/proposal'
import { eventRegistry as kinds } from '../../../src/shared/events/registry'
import { createFakeLink } from '../../support/fake-link'
import * as story from '../../support/folded-incident'
import { stage } from '../../support/pane-stage'
import { emptyBoard } from '../../support/shown'

const slack = 'slack' as ConnectionId
const feed = (answer: FeedStatus['answer']): FeedStatus => ({
  ...{ id: 'slack/proposals', connection: slack, name: 'Slack', vendor: 'slack', what: 'proposals' },
  ...{ answer, trueAt: Date.now(), lateAfter: 600_000, reason: '' },
})
const said = (index: number): Proposal => ({
  ...{ id: `slack:C1:${index}`, connection: slack, channel: 'C1', author: 'Bo', text: `Line ${index}` },
  ...{ at: Date.now(), pinned: false, shared: true },
})

async function resolvedSilently(answer: FeedStatus['answer'], messages: number) {
  const proposals = Array.from({ length: messages }, (_, index) => said(index))
  const link = createFakeLink({ now: Date.now, board: { ...emptyBoard, feeds: [feed(answer)], proposals } })
  const incident = newId<IncidentId>()
  await link.call('incident:declare', { incident, title: 'Payments fail', severity: 'SEV-1', impact: 'One in four' })
  await stage(<HandoffPane />, link)
  await screen.findByRole('button', { name: /^Write/ })
  await act(() => link.call('incident:change-status', { incident, to: 'resolved', reason: '' }))
}

describe('the pane', () => {
  it('[GC1] names a resolved SEV-1 of which customers never heard, and the messages that wait', async () => {
    await resolvedSilently('good', 10)
    expect(screen.getByText('No customer updates published')).toBeTruthy()
    expect(screen.getByText('10 proposed messages not reviewed')).toBeTruthy()
    expect(screen.getByText(/^Checked: .*customer updates.*messages proposed for the timeline/)).toBeTruthy()
    expect(screen.queryByText(/complete/i)).toBeNull()
  })

  it('[GC2] says what it could not look at', async () => {
    await resolvedSilently('failed', 0)
    expect(screen.getByText(/^Not checked, because .*: messages proposed for the timeline\.$/)).toBeTruthy()
    expect(screen.getByText(/^Checked/).textContent).not.toContain('messages')
  })
})

describe('the document', () => {
  const written = (waiting: number | 'unread' | 'no-room' | null, format: 'markdown' | 'html') => {
    const counted =
      waiting === null ? [] : [kinds['messages-counted'].draft({ waiting }, story.minute(20), story.engineItself)]
    const { incident, timeline } = story.recordOf([...story.wellKept, ...counted])
    return renderHandoff(handoffContent(incident, timeline, story.minute(20)), format)
  }

  it.each(['markdown', 'html'] as const)('[GC2] in %s counts the messages that waited when it was written', format => {
    expect(written(3, format)).toContain('3 proposed messages not reviewed')
    expect(written(0, format)).toMatch(/Checked: [^.]*messages/)
  })

  it.each(['markdown', 'html'] as const)(
    '[GC2] in %s says that they were not looked at, also of an old record',
    format => {
      for (const waiting of ['unread', null] as const) {
        expect(written(waiting, format)).toMatch(/Not checked[^.]*messages/)
      }
      expect(written('no-room', format)).not.toMatch(/messages proposed/)
    },
  )
})
