import { describe, expect, it } from 'vitest'
import { blockers } from '../../../src/renderer/features/comms/composer/blockers'
import type { ComposerState } from '../../../src/renderer/features/comms/composer/composer-form'
import {
  contentOf,
  fittingTemplate,
  isUntouched,
  likelyStage,
  newComposer,
  offeredTemplates,
  resumeComposer,
  typedPromiseOf,
  withComponent,
  withField,
  withFilled,
  withFilledAgain,
  withTemplate,
  withTypedText,
  wordingOf,
} from '../../../src/renderer/features/comms/composer/composer-state'
import { typedOf, withTyped } from '../../../src/renderer/features/comms/composer/use-typed-update'
import { componentChanges } from '../../../src/renderer/features/comms/public-facts'
import { statusBeside } from '../../../src/renderer/features/comms/status-page/component-list'
import { secondsToCancel } from '../../../src/renderer/features/comms/update-actions'
import { updatesByPriority } from '../../../src/renderer/features/comms/update-row'
import type { FilledTemplate, TemplateInfo } from '../../../src/shared/contract/comms'
import type { Audience } from '../../../src/shared/domain/audience'
import type { OutboxItemId } from '../../../src/shared/domain/ids'
import type { Incident } from '../../../src/shared/domain/incident'
import type { Delivery, Stage, Update } from '../../../src/shared/domain/update'
import { SECOND } from '../../../src/shared/lib/time'
import { cannedChannels } from '../../support/fake-answers'

const now = Date.UTC(2026, 10, 20, 12)
const incident = { status: 'identified', updates: [] as readonly Update[] } as Incident
const filled: FilledTemplate = {
  template: 'initial',
  version: 'v1',
  stage: 'initial',
  title: 'Problems with payments',
  body: 'One in four fails. ⟦what customers can do⟧',
  status: 'identified',
  fields: [],
  nextUpdateAt: now,
}
const fresh = () => withFilled(newComposer(incident, cannedChannels), filled)
const inState = (state: Delivery['state'], title: string = state): Update =>
  ({
    id: title,
    message: title,
    audience: 'customers',
    content: { title, channel: cannedChannels[0] },
    delivery: { state },
  }) as unknown as Update

describe('[CM1] what blocks publishing', () => {
  it('is every place that is still open', () => {
    expect(blockers(fresh())).toEqual(['fill ⟦what customers can do⟧'])
    expect(blockers({ ...fresh(), body: 'All said, see [the page](https://example.com).' })).toEqual([])
  })
  it('is a missing channel, title or text', () => {
    expect(blockers(newComposer(incident, []))).toEqual(['connect a channel', 'write a title', 'write the text'])
  })
})

describe('[CM2] component changes', () => {
  const components = [
    { id: 'a', name: 'Cards', status: 'operational' },
    { id: 'b', name: 'Payouts', status: 'major_outage' },
  ] as const
  it('leaves out what stays the same, and says when the page does not know it', () => {
    expect(componentChanges(components, { a: 'major_outage', b: 'major_outage', x: 'operational' })).toEqual([
      { id: 'a', name: 'Cards', before: 'operational', after: 'major_outage' },
      { id: 'x', name: 'x', before: null, after: 'operational' },
    ])
  })
  it('takes a change back when what is shown is chosen again', () => {
    const changed = withComponent(fresh(), 'a', 'major_outage', 'operational')
    expect(changed.components).toEqual({ a: 'major_outage' })
    expect(withComponent(changed, 'a', 'operational', 'operational').components).toEqual({})
  })
  it('[CM5] goes round through the statuses, both ways', () => {
    expect(statusBeside('major_outage', 1)).toBe('operational')
    expect(statusBeside('operational', -1)).toBe('major_outage')
    expect(statusBeside('operational', 1)).toBe('under_maintenance')
  })
})

describe('[CM3] the likely stage', () => {
  it.each([
    ['nothing was said', incident, 'initial'],
    ['something is out', { ...incident, updates: [inState('published')] }, 'progress'],
    ['nothing came out', { ...incident, updates: [inState('failed')] }, 'initial'],
    ['it is over', { ...incident, status: 'resolved' }, 'resolution'],
  ] as const)('when %s', (_, given, stage) => {
    expect(likelyStage(given as Incident, 'customers')).toBe(stage)
  })
})

describe('[CM4] a template’s answer', () => {
  it('fills what nobody worded by hand', () => {
    expect(fresh()).toMatchObject({ title: 'Problems with payments', status: 'identified' })
  })
  it('leaves the writer’s words and status alone', () => {
    const worded: ComposerState = { ...fresh(), body: 'Mine', byHand: true, status: 'monitoring', statusChosen: true }
    expect(withFilled(worded, { ...filled, body: 'New' })).toMatchObject({ body: 'Mine', status: 'monitoring' })
  })
  it('starts anew with another template', () => {
    const worded = withField({ ...fresh(), byHand: true }, 'impact', 'x')
    const next = withTemplate(worded, { name: 'resolution', title: 'Over', stage: 'resolution', audience: 'customers' })
    expect(next).toMatchObject({ typed: {}, byHand: false, stage: 'resolution' })
    expect(typedPromiseOf(next)).toBeNull()
  })
})

describe('[TM11] templates that are offered', () => {
  const one = (name: string, audience: Audience, stage: Stage = 'progress', more: Partial<TemplateInfo> = {}) => ({
    ...{ name, title: name, stage, audience },
    ...more,
  })
  const all: readonly TemplateInfo[] = [
    one('first', 'customers', 'initial'),
    one('usual', 'customers'),
    one('calm', 'customers'),
    one('chat', 'colleagues'),
    one('brief', 'named:Leadership', 'progress', { severities: ['SEV-1'] }),
  ]
  const names = (templates: readonly TemplateInfo[]) => templates.map(({ name }) => name)
  it('are customers’ own where customers read, and those of the incident’s severity', () => {
    expect(names(offeredTemplates(all, { readers: 'customers', severity: 'SEV-1' }))).toEqual([
      'first',
      'usual',
      'calm',
    ])
    expect(names(offeredTemplates(all, { readers: 'colleagues', severity: 'SEV-1' }))).toEqual(names(all))
    expect(names(offeredTemplates(all, { readers: 'colleagues', severity: 'SEV-2' }))).not.toContain('brief')
  })
  it('begin with the one of the stage and the audience, else with the customers’ one', () => {
    expect(fittingTemplate(all, 'progress', 'customers')?.name).toBe('usual')
    expect(fittingTemplate(all, 'progress', 'colleagues')?.name).toBe('chat')
    expect(fittingTemplate(all, 'initial', 'colleagues')?.name).toBe('first')
    expect(fittingTemplate(all, 'resolution', 'customers')?.name).toBe('first')
    expect(fittingTemplate([], 'progress', 'customers')).toBeUndefined()
  })
  it('[AU10] of a named audience is one of its own, also before it had a first notice', () => {
    expect(fittingTemplate(all, 'initial', 'named:Leadership')?.name).toBe('brief')
    expect(fittingTemplate(all, 'initial', 'named:Support')?.name).toBe('first')
  })
  it('name the audience that they are written for', () => {
    const brief = all.find(({ name }) => name === 'brief') as TemplateInfo
    expect(withTemplate(fresh(), brief).internal).toBe('Leadership')
    expect(withTemplate({ ...fresh(), internal: 'Support' }, all[1] as TemplateInfo).internal).toBe('Support')
  })
})

describe('[CM19] the promise', () => {
  const five = now + 5 * 60 * SECOND
  it('is fixed from the first letter by hand, however often the template is filled later', () => {
    const worded = withTypedText(fresh(), { body: 'We will write again by 12:00 UTC.' })
    expect(typedPromiseOf(withFilled(worded, { ...filled, nextUpdateAt: five }))).toBe(now)
    expect(contentOf(withFilled(worded, { ...filled, nextUpdateAt: five }))?.nextUpdateAt).toBe(now)
    expect(typedPromiseOf(withFilled(fresh(), { ...filled, nextUpdateAt: five }))).toBe(five)
  })
  it('comes back with words that were typed and not stored', () => {
    const worded = withTypedText(fresh(), { body: 'Mine' })
    const again = withTyped(newComposer(incident, cannedChannels), typedOf(worded) ?? '')
    expect(typedPromiseOf(withFilled(again, { ...filled, nextUpdateAt: five }))).toBe(now)
    expect(typedPromiseOf(withTyped(worded, '{"title":"a","body":"b","typed":{},"promise":"soon"}'))).toBe(now)
  })
  it('follows the clock again with the template’s words, unless a span was chosen', () => {
    const worded = withTypedText(fresh(), { body: 'Mine' })
    const later = { ...filled, nextUpdateAt: five }
    expect(typedPromiseOf(withFilled(withFilledAgain(worded, filled), later))).toBe(five)
    const chosen = { ...worded, promise: now, promisedMinutes: 15 }
    expect(typedPromiseOf(withFilled(withFilledAgain(chosen, filled), later))).toBe(now)
  })
})

describe('[CM20] a composer that nobody touched', () => {
  it('is one without a typed or chosen thing', () => {
    const start = newComposer(incident, cannedChannels)
    expect(isUntouched(fresh(), start)).toBe(true)
    expect(isUntouched(withField(fresh(), 'impact', ' '), start)).toBe(true)
    expect(isUntouched(withField(fresh(), 'impact', 'x'), start)).toBe(false)
    expect(isUntouched(withTypedText(fresh(), { body: 'x' }), start)).toBe(false)
    expect(isUntouched({ ...fresh(), notify: false }, start)).toBe(false)
    expect(isUntouched({ ...fresh(), channel: null }, start)).toBe(false)
    expect(isUntouched(withComponent(fresh(), 'a', 'major_outage', 'operational'), start)).toBe(false)
  })
})

describe('what is kept', () => {
  it('is nothing until there are words and a channel', () => {
    expect(contentOf(newComposer(incident, cannedChannels))).toBeUndefined()
  })
  it('mails nobody from a channel without subscribers', () => {
    const [, slack] = cannedChannels
    expect(contentOf({ ...fresh(), channel: slack ?? null })?.notify).toBe(false)
  })
  it('comes back as it was left', () => {
    const content = contentOf(fresh())
    const update = { id: 'u', audience: 'customers', content, delivery: { state: 'drafted' } } as Update
    expect(contentOf(resumeComposer(update))).toEqual(content)
  })
})

describe('[CM22] a draft that is taken up again', () => {
  const chosen = { ...withField(fresh(), 'impact', 'One in four'), template: 'initial', statusChosen: true }
  const kept = (state: ComposerState, delivery: Delivery = { state: 'drafted' }) =>
    resumeComposer({
      ...{ id: state.update, audience: 'customers', content: contentOf(state), wording: wordingOf(state), delivery },
    } as Update)

  it('has its template, fields and choices', () => {
    expect(kept(chosen)).toMatchObject({ template: 'initial', typed: { impact: 'One in four' }, byHand: false })
    expect(kept(chosen)).toMatchObject({ statusChosen: true, resumed: true })
  })
  it('promises the time that was chosen, or follows the clock as before', () => {
    expect(kept(chosen).promise).toBeNull()
    expect(kept({ ...chosen, promise: now, promisedMinutes: 30 })).toMatchObject({ promise: now, promisedMinutes: 30 })
  })
  it('is untouched until somebody types or chooses, however its template is filled', () => {
    const start = kept(chosen)
    const later = withFilled(start, { ...filled, body: 'Another time', nextUpdateAt: now + 1 })
    expect(isUntouched(later, start)).toBe(true)
    expect(isUntouched(withField(later, 'impact', 'Two in four'), start)).toBe(false)
    expect(isUntouched({ ...later, notify: !later.notify }, start)).toBe(false)
    expect(isUntouched(withTypedText(later, { body: 'Mine' }), start)).toBe(false)
    expect(isUntouched({ ...later, internal: 'Legal' }, start)).toBe(false)
    expect(withTyped(start, typedOf({ ...later, internal: 'Legal' }) ?? '').internal).toBe('Legal')
  })
  it('has the very words that were sent, if it failed', () => {
    const failed = { state: 'failed', act: 'a' as OutboxItemId, reason: '', inDoubt: false } as const
    expect(kept(chosen, failed)).toMatchObject({ byHand: true, template: 'initial', promise: now })
  })
  it('is worded by hand where an earlier version kept it, or nothing but words', () => {
    expect(wordingOf(withTypedText({ ...chosen, template: null }, { body: 'Mine' }))).toBeUndefined()
    const before = {
      id: 'u',
      audience: 'customers',
      content: contentOf(chosen),
      delivery: { state: 'drafted' },
    } as Update
    expect(resumeComposer(before)).toMatchObject({ byHand: true, template: null, typed: {}, statusChosen: true })
  })
})

describe('the list', () => {
  it('[CM6] puts what needs a person on top', () => {
    const given = [
      inState('published', 'old'),
      inState('discarded'),
      inState('failed'),
      inState('published', 'new'),
      inState('unknown'),
    ]
    expect(updatesByPriority(given).map(({ content }) => content.title)).toEqual(['unknown', 'failed', 'new', 'old'])
  })
  it('[CM6] puts what customers read before the copy for colleagues, and newer messages before older ones', () => {
    const part = (id: string, message: string, audience: string) =>
      ({ id, message, audience, delivery: { state: 'publishing' } }) as Update
    const given = [
      part('customers', 'first', 'customers'),
      part('colleagues', 'first', 'colleagues'),
      part('copy', 'second', 'colleagues'),
      part('page', 'second', 'customers'),
    ]
    expect(updatesByPriority(given).map(({ id }) => id)).toEqual(['page', 'copy', 'customers', 'colleagues'])
  })
  it('[CM7] counts the cancel window in wall seconds, whatever the drill’s clock does', () => {
    expect(secondsToCancel(now + 5 * SECOND, now, 1)).toBe(5)
    expect(secondsToCancel(now + 5 * SECOND + 200, now, 1)).toBe(5)
    expect(secondsToCancel(now + 4 * SECOND + 300, now, 1)).toBe(5)
    expect(secondsToCancel(now + 300 * SECOND, now, 60)).toBe(5)
    expect(secondsToCancel(now + 1, now, 1)).toBe(1)
    expect(secondsToCancel(now, now, 1)).toBe(0)
  })
})

describe('[CM4] of a text that was edited by hand', () => {
  const again = { ...filled, title: 'Problems with cards', body: 'One in four cards fails.' }

  it('the title goes on following the fields where only the body was worded, and the other way round', () => {
    const body = withFilled(withTypedText(fresh(), { body: 'Our own words.' }), again)
    expect(body).toMatchObject({ title: again.title, body: 'Our own words.' })
    const title = withFilled(withTypedText(fresh(), { title: 'Our own title' }), again)
    expect(title).toMatchObject({ title: 'Our own title', body: again.body })
    const both = withTypedText(withTypedText(fresh(), { title: 'Our own title' }), { body: 'Our own words.' })
    expect(withFilled(both, again)).toMatchObject({ title: 'Our own title', body: 'Our own words.' })
  })

  it('a title with a hole is filled, of a draft that is opened again too', () => {
    const resumed = { ...fresh(), filled: null, byHand: true, title: 'Problems with ⟦service⟧', body: 'Our own words.' }
    expect(withFilled(resumed, again)).toMatchObject({ title: again.title, body: 'Our own words.' })
    expect(withFilled({ ...resumed, title: 'Our own title' }, again)).toMatchObject({ title: 'Our own title' })
  })
})
