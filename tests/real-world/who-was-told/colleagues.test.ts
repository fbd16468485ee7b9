import { describe, expect, it } from 'vitest'
import { renderHandoff } from '../../../src/main/engine/documents/handoff'
import { summaryOf } from '../../../src/main/engine/record/summary'
import { likelyStage, newComposer } from '../../../src/renderer/features/comms/composer/composer-state'
import { postmortemStart } from '../../../src/renderer/features/comms/status-page/postmortem-text'
import { firstStepStatus } from '../../../src/renderer/features/roles/first-steps'
import { audience } from '../../../src/renderer/features/wallboard/clocks'
import { handoffContent } from '../../../src/shared/domain/handoff-content'
import { reviewHandoff } from '../../../src/shared/domain/handoff-gaps'
import type { ConnectionId } from '../../../src/shared/domain/ids'
import type { Channel } from '../../../src/shared/domain/update'
import type { EventDraft } from '../../../src/shared/events/define'
import { eventRegistry as kinds } from '../../../src/shared/events/registry'
import * as story from '../../support/folded-incident'

const chat: Channel = { vendor: 'slack', connection: 'sl' as ConnectionId, target: 'C1', label: '#incidents' }
const page = story.updateContent().channel
const owed = kinds['update-promised'].draft({ dueAt: story.minute(15) }, story.minute(0), story.ada)
const begun = [story.declared({ impact: 'Payments fail' }), owed]

/** A message to colleagues that says when they hear again. */
function posted(after: number, id: string, next: number | null = after + 60): readonly EventDraft[] {
  const content = { channel: chat, nextUpdateAt: next === null ? null : story.minute(next), body: `Chat ${id}` }
  return [story.drafted(after, id, content), story.published(after, id, content)]
}

function toldCustomers(after: number, id: string, next: number | null = after + 30): readonly EventDraft[] {
  const content = { nextUpdateAt: next === null ? null : story.minute(next), body: `Page ${id}` }
  return [story.drafted(after, id, content), story.published(after, id, content)]
}

function dueAfter(...drafts: readonly EventDraft[]): number | null {
  const { nextUpdateDueAt } = story.recordOf([...begun, ...drafts]).incident
  return nextUpdateDueAt === null ? null : (nextUpdateDueAt - story.START) / 60_000
}

function gapsAt(after: number, drafts: readonly EventDraft[]): readonly string[] {
  const { incident } = story.recordOf([...begun, ...drafts])
  return reviewHandoff({ incident, now: story.minute(after), messages: 'no-room' }).gaps.map(({ kind }) => kind)
}

describe('[UP7] a message to colleagues is no news to customers', () => {
  it('before the first word to customers their clock goes on as it is', () => {
    expect(dueAfter(...posted(5, 's1'))).toBe(15)
    expect(dueAfter(...posted(5, 's1', null))).toBe(15)
    expect(dueAfter(...posted(5, 's1'), ...toldCustomers(10, 'u1'))).toBe(40)
  })

  it('between two updates, and after the last, the promise to customers stands', () => {
    expect(dueAfter(...toldCustomers(5, 'u1'), ...posted(7, 's1'), ...posted(8, 's2', null))).toBe(35)
    expect(
      dueAfter(...toldCustomers(5, 'u1'), ...posted(7, 's1'), ...toldCustomers(9, 'u2'), ...posted(11, 's2')),
    ).toBe(39)
    const many = Array.from({ length: 10 }, (_, at) => posted(6 + at, `s${at}`)).flat()
    expect(dueAfter(...toldCustomers(5, 'u1'), ...many)).toBe(35)
  })

  it('an update of customers that promises nothing ends their clock, and a message to colleagues starts none', () => {
    expect(dueAfter(...toldCustomers(5, 'u1', null), ...posted(7, 's1'))).toBeNull()
    expect(dueAfter(story.resolved(6), ...posted(7, 's1'))).toBeNull()
  })

  it('the list of incidents has the same time', () => {
    const { incident } = story.recordOf([...begun, ...posted(5, 's1')])
    expect(summaryOf(incident).deadlines).toContainEqual({ kind: 'update', dueAt: story.minute(15) })
  })

  it('a handoff says that customers were told nothing, and that their update is overdue', () => {
    expect(gapsAt(10, posted(5, 's1'))).toContain('nothing-told')
    expect(gapsAt(10, [...posted(5, 's1'), ...toldCustomers(6, 'u1')])).not.toContain('nothing-told')
    expect(gapsAt(20, posted(5, 's1'))).toContain('update-overdue')
    expect(gapsAt(20, [...posted(5, 's1'), story.resolved(18)])).toContain('never-told')
  })

  it('customers who heard that it began hear that it is over, though colleagues heard it already or never', () => {
    const over = { status: 'resolved', nextUpdateAt: null } as const
    const toldOver = (id: string, channel: Channel) => story.published(25, id, { ...over, channel })
    const before = [...posted(5, 's1'), ...toldCustomers(6, 'u1'), story.resolved(20)]
    const drafts = [story.drafted(24, 'x', over)]
    expect(gapsAt(30, [...before, ...drafts, toldOver('x', page)])).not.toContain('no-farewell')
    const inChat = [story.drafted(24, 'x', { ...over, channel: chat }), toldOver('x', chat)]
    expect(gapsAt(30, [...before, ...inChat])).toContain('no-farewell')
  })

  it('the ledger of a handoff, and what customers read last, are what customers read', () => {
    const record = story.recordOf([...begun, ...toldCustomers(5, 'u1'), ...posted(7, 's1')])
    const content = handoffContent(record.incident, record.timeline, story.minute(9))
    expect(content.told.map(({ body }) => body)).toEqual(['Page u1'])
    expect(content.toldColleagues.map(({ body }) => body)).toEqual(['Chat s1'])
    expect(content.lastUpdate?.body).toBe('Page u1')
    const markdown = renderHandoff(content, 'markdown')
    expect(markdown).toMatch(/## Updates to customers\n\n[^#]*Page u1[^#]*## Updates to colleagues\n\n[^#]*#incidents/)
    expect(renderHandoff(content, 'html')).toContain('Updates to colleagues')
  })

  it('a handoff without messages to colleagues has no place for them', () => {
    const record = story.recordOf([...begun, ...toldCustomers(5, 'u1')])
    const content = handoffContent(record.incident, record.timeline, story.minute(9))
    expect(renderHandoff(content, 'markdown')).not.toContain('colleagues')
  })

  it('the timeline says whom it told', () => {
    const { timeline } = story.recordOf([...begun, ...toldCustomers(5, 'u1'), ...posted(7, 's1')])
    const said = timeline.map(({ text }) => text)
    expect(said).toContain('Published to Public status page (investigating): Page u1')
    expect(said).toContain('Sent to colleagues in #incidents (investigating): Chat s1')
  })

  it('the wallboard, the first steps and the postmortem speak of customers', () => {
    const { incident } = story.recordOf([...begun, ...posted(5, 's1')])
    expect(audience(incident, [chat, page])).toBe('Public status page')
    expect(audience(incident, [chat])).toBe('#incidents')
    const shown = firstStepStatus(incident, 'comms', undefined).flatMap(step => (step.shown ? [step.id] : []))
    expect(shown).not.toContain('publish')
    expect(shown).not.toContain('draft')
    expect(postmortemStart(incident)).not.toContain('investigating')
  })
})

describe('[CM16] a new update', () => {
  const { incident } = story.recordOf([...begun, ...posted(5, 's1')])
  it('goes to customers where that is possible, in whatever order channels were connected', () => {
    expect(newComposer(incident, [chat, page]).channel).toEqual(page)
    expect(newComposer(incident, [chat]).channel).toEqual(chat)
  })
  it('[CM3] begins with the first word to the audience that has heard none', () => {
    expect(likelyStage(incident, 'customers')).toBe('initial')
    expect(likelyStage(incident, 'colleagues')).toBe('progress')
  })
})
