import { describe, expect, it } from 'vitest'
import { approvalGround } from '../../../src/main/engine/comms/approval-ground'
import { openTemplates } from '../../../src/main/engine/comms/templates'
import { openItems, readQueuedItem } from '../../../src/main/engine/storage/queued-items'
import type { CommandName, Input } from '../../../src/shared/contract/calls'
import { approvalOf, textOf } from '../../../src/shared/domain/approval'
import { defaultCadence } from '../../../src/shared/domain/cadence'
import { newId, type RequestId, type UpdateId } from '../../../src/shared/domain/ids'
import { lintUpdate } from '../../../src/shared/domain/lint/lint'
import { type Actor, type Responder, responderNamed } from '../../../src/shared/domain/people'
import type { Severity } from '../../../src/shared/domain/severity'
import type { UpdateContent } from '../../../src/shared/domain/update'
import { updateApproved } from '../../../src/shared/events/update-approved'
import { MINUTE } from '../../../src/shared/lib/time'
import { commandBench, statusPage } from '../../support/engine-parts'
import { scratchFolder } from '../../support/folders'
import { shippedLintWords } from '../../support/shipped-lint'

const actor = (name: string): Actor => ({ kind: 'person', responder: responderNamed(name) as Responder })
const [dana, ada, grace, mia] = ['Dana', 'Ada Park', 'Grace Hopper', 'Mia Chen'].map(actor) as [
  Actor,
  Actor,
  Actor,
  Actor,
]
const done = { ok: true }
const fault = (code: string) => ({ ok: false, fault: { code } })

/** A SEV-1 of which Ada is the commander and Grace her deputy; Dana writes. Only SEV-1 and SEV-2 need an approval. */
function desk({ commander = true, here = [dana], severity = 'SEV-1' as Severity } = {}) {
  const present = { people: here }
  const bench = commandBench(scratchFolder(), {
    approvalNeeded: one => one === 'SEV-1' || one === 'SEV-2',
    present: () => present.people.flatMap(one => (one.kind === 'person' ? [one.responder] : [])),
    holdingPost: (incident, nextUpdateAt) => ground(bench.clock.now()).holdingPost(incident, nextUpdateAt),
    act: id => readQueuedItem(bench.store.db, id),
  })
  const run = <Name extends CommandName>(name: Name, input: Omit<Input<Name>, 'incident'>, by = dana) =>
    bench.run(name, input, undefined, by)
  run('incident:declare', { title: 'Payments fail', severity, impact: '' })
  if (commander) {
    run('roles:assign', { role: 'ic', name: 'Ada Park' })
    run('roles:deputise', { role: 'ic', name: 'Grace Hopper' })
  }
  const update = newId<UpdateId>()
  const incident = () => {
    const found = bench.ledger.record(bench.incident)?.incident
    if (found === undefined) throw new Error('It was declared')
    return found
  }
  const all = () => incident().updates.filter(({ message }) => message === update)
  const draft = (change: Partial<UpdateContent> = {}, by = dana) =>
    expect(run('comms:draft', { update, content: { ...content, ...change } }, by)).toMatchObject(done)
  return {
    ...{ bench, run, update, draft, present, incident },
    text: () => textOf(all()),
    approval: () => approvalOf(update, all(), incident()),
    ask: () => run('comms:ask-approval', { update }),
    approve: (by: Actor) => run('comms:approve', { update, text: textOf(all()) }, by),
    sendBack: (by: Actor, note = '') => run('comms:send-back', { update, text: textOf(all()), note }, by),
    publish: (by = dana, alone?: string) => run('comms:publish', { update, ...(alone !== undefined && { alone }) }, by),
    lines: () =>
      bench.ledger
        .record(bench.incident)
        ?.timeline()
        .map(line => line.text) ?? [],
  }
}

const content: UpdateContent = {
  ...{
    stage: 'progress',
    channel: statusPage,
    title: 'Payments fail',
    body: 'Some payments fail. Next update within the hour.',
    status: 'investigating',
  },
  ...{ components: {}, notify: false, nextUpdateAt: null },
}

const templates = openTemplates({ shipped: 'resources/templates' })
const settings = { read: () => ({ me: null, connections: [], panels: [], cancelWindow: 0 }) }
const ground = (now: number) =>
  approvalGround({
    ...{ settings, templates, present: () => [] },
    facts: () => ({ now, publicName: () => undefined, cadence: defaultCadence }),
  })

describe('[AP4] by whom an update is approved', () => {
  it.each([
    ['the incident commander', ada, 'ic'],
    ['the deputy', grace, 'deputy'],
  ])('%s approves, and the record says as what', (_, who, as) => {
    const { draft, ask, approve, approval, publish } = desk()
    draft()
    ask()
    expect(approve(who)).toMatchObject(done)
    expect(approval()).toMatchObject({ state: 'given', as })
    expect(publish()).toMatchObject(done)
  })

  it('nobody else does, however they try: they are told who, and can ask', () => {
    const { draft, ask, approve, publish, sendBack, bench } = desk()
    draft()
    expect(approve(mia)).toMatchObject({ ...fault('approval-by-others'), fault: { message: /Ada Park, Grace Hopper/ } })
    expect(ask()).toMatchObject(done)
    expect(approve(dana)).toMatchObject(fault('approval-by-others'))
    expect(sendBack(mia)).toMatchObject(fault('approval-by-others'))
    expect(publish()).toMatchObject(fault('approval-waits'))
    expect(openItems(bench.store.db)).toEqual([])
  })

  it('without a commander it says whom to name', () => {
    const { draft, approve, publish, run } = desk({ commander: false })
    draft()
    expect(publish()).toMatchObject({ ...fault('approval-no-commander'), fault: { message: /incident commander/ } })
    expect(approve(ada)).toMatchObject(fault('approval-no-commander'))
    run('roles:assign', { role: 'ic', name: 'Ada Park' })
    expect(approve(ada)).toMatchObject(done)
    expect(publish()).toMatchObject(done)
  })

  it('a severity that was not chosen needs none, until the incident is raised to one that was', () => {
    const { draft, approve, publish, run, approval } = desk({ severity: 'SEV-3' })
    draft()
    expect(approve(mia)).toMatchObject(done)
    run('incident:change-severity', { to: 'SEV-1', reason: '' } as never)
    // What anybody said of it before does not count now.
    expect(approval()).toMatchObject({ state: 'given', as: undefined })
    expect(publish()).toMatchObject(fault('approval-missing'))
    expect(approve(ada)).toMatchObject(done)
    expect(publish()).toMatchObject(done)
  })

  it('[AP5] what the commander or the deputy wrote needs none, until somebody else words it anew', () => {
    for (const who of [ada, grace]) {
      const { draft, publish } = desk()
      draft({}, who)
      expect(publish()).toMatchObject(done)
    }
    const { draft, publish } = desk()
    draft({}, ada)
    draft({ body: 'Many payments fail. Next update within the hour.' }, dana)
    expect(publish()).toMatchObject(fault('approval-missing'))
  })
})

describe('[AP10] an approval is for what it was read with', () => {
  const BLOCKED = 'Some payments fail.'
  /** Dana has a text that the check stops; she asks with a reason, and Ada reads both. */
  function blocked() {
    const it = desk()
    it.draft({ body: BLOCKED })
    const askFor = (because: string) => it.run('comms:ask-approval', { update: it.update, because })
    const approveFor = (because: string, by = ada) =>
      it.run('comms:approve', { update: it.update, text: it.text(), because }, by)
    const publishFor = (reason: string, by = dana) => {
      const consent = { text: it.text(), seen: ['no-next-update' as const], reason }
      return it.run('comms:publish', { update: it.update, consent }, by)
    }
    return { ...it, askFor, approveFor, publishFor }
  }

  it('leaves with the reason that was approved, and with no other', () => {
    const { askFor, approveFor, publishFor, approval, lines, bench } = blocked()
    askFor('No time to reword')
    expect(approveFor('No time to reword')).toMatchObject(done)
    expect(approval()).toMatchObject({ state: 'given', overrode: ['no-next-update'], because: 'No time to reword' })
    expect(lines()).toContain(
      'Approved for publishing: “Payments fail”, although the check stops it, because “No time to reword”',
    )
    expect(publishFor('Legal wants it so')).toMatchObject(fault('approval-other-reason'))
    expect(openItems(bench.store.db)).toEqual([])
    // It is asked for anew, which one reads who approves, and neither reason stands until then.
    expect(askFor('Legal wants it so')).toMatchObject(done)
    expect(approval()).toMatchObject({ state: 'asked', because: 'Legal wants it so' })
    expect(publishFor('Legal wants it so')).toMatchObject(fault('approval-waits'))
    expect(publishFor('No time to reword')).toMatchObject(fault('approval-waits'))
    expect(approveFor('Legal wants it so')).toMatchObject(done)
    expect(publishFor('No time to reword')).toMatchObject(fault('approval-other-reason'))
    expect(publishFor('Legal wants it so')).toMatchObject(done)
    expect(openItems(bench.store.db)).toHaveLength(1)
  })

  it('a reason that nobody read with the approval lets nothing leave', () => {
    const { ask, approve, publishFor, approval } = blocked()
    ask()
    expect(approve(ada)).toMatchObject(done)
    expect(approval()).toMatchObject({ state: 'given', because: undefined })
    expect(publishFor('Said later')).toMatchObject(fault('approval-other-reason'))
  })

  it('is not given where the reason changed while it was read', () => {
    const { askFor, approveFor, approval } = blocked()
    askFor('No time to reword')
    askFor('Legal wants it so')
    expect(approveFor('No time to reword')).toMatchObject(fault('reason-changed'))
    expect(approveFor('')).toMatchObject(fault('reason-changed'))
    expect(approval()).toMatchObject({ state: 'asked' })
  })

  it('who goes on alone has the reason in the record, and called back it leaves for no other', () => {
    const { run, update, text, approval, publishFor, incident } = blocked()
    const consent = { text: text(), seen: ['no-next-update' as const], reason: 'Nobody is here' }
    expect(run('comms:publish', { update, consent, alone: statusPage.label })).toMatchObject(done)
    expect(incident().approvals[update]?.given).toMatchObject({ as: 'alone', because: 'Nobody is here' })
    expect(run('comms:cancel', { update })).toMatchObject(done)
    expect(approval()).toMatchObject({ state: 'given', as: 'alone' })
    expect(publishFor('Another')).toMatchObject(fault('approval-other-reason'))
  })

  it('the stage is part of it where a webhook carries it, and nowhere else', () => {
    for (const [vendor, state] of [
      ['webhook', 'withdrawn'],
      ['statuspage', 'given'],
    ] as const) {
      const { draft, ask, approve, approval } = desk()
      const channel = { ...statusPage, vendor }
      draft({ channel })
      ask()
      approve(ada)
      draft({ channel, stage: 'initial' })
      expect(approval()).toMatchObject({ state })
    }
  })

  it('an approval of an earlier version is for the reason that it was asked for with', () => {
    const { askFor, update, text, publishFor, bench, incident } = blocked()
    askFor('No time to reword')
    const body = { message: update, text: text(), title: 'Payments fail', as: 'ic' } as const
    const events = [updateApproved.draft(body, bench.clock.now(), ada)]
    expect(bench.ledger.commit(incident().id, newId<RequestId>(), { events }, bench.clock.now())).toMatchObject(done)
    expect(publishFor('Another')).toMatchObject(fault('approval-other-reason'))
    expect(publishFor('No time to reword')).toMatchObject(done)
  })
})

describe('[AP6] an update that is sent back', () => {
  it('does not leave, says by whom and why, and waits again once it is asked for anew', () => {
    const { draft, ask, sendBack, approval, approve, publish, lines } = desk()
    draft()
    expect(sendBack(ada, 'Say how many.')).toMatchObject(fault('approval-not-asked'))
    ask()
    expect(sendBack(ada, 'Say how many.')).toMatchObject(done)
    expect(approval()).toMatchObject({ state: 'sent-back', by: ada, note: 'Say how many.', changed: false })
    expect(lines()).toContain('Sent back to its writer: “Payments fail” (Say how many.)')
    expect(publish()).toMatchObject({ ...fault('approval-sent-back'), fault: { message: /Ada Park/ } })
    draft({ body: 'One in four payments fails. Next update within the hour.' })
    expect(approval()).toMatchObject({ state: 'sent-back', changed: true })
    ask()
    expect(approval()).toMatchObject({ state: 'asked' })
    expect(approve(ada)).toMatchObject(done)
    expect(publish()).toMatchObject(done)
  })

  it('takes back an approval that was given, and is refused for a text that was changed meanwhile', () => {
    const { bench, update, draft, ask, approve, sendBack, text, approval, publish } = desk()
    draft()
    ask()
    approve(ada)
    expect(sendBack(grace, 'Wait.')).toMatchObject(done)
    expect(approval()).toMatchObject({ state: 'sent-back' })
    expect(publish()).toMatchObject(fault('approval-sent-back'))
    const read = text()
    draft({ body: 'Other payments fail. Next update within the hour.' })
    ask()
    const late = bench.run('comms:send-back', { update, text: read, note: '' }, undefined, ada)
    expect(late).toMatchObject(fault('text-changed'))
    expect(approval()).toMatchObject({ state: 'asked' })
  })
})

describe('[AP7] who is alone', () => {
  it('publishes once the name of the channel is typed exactly, and the record says that nobody else approved it', () => {
    const { bench, draft, publish, approval, lines } = desk()
    draft()
    for (const typed of ['', 'y', statusPage.label.slice(1), `${statusPage.label}!`])
      expect(publish(dana, typed)).toMatchObject(fault('channel-name-typed'))
    expect(openItems(bench.store.db)).toEqual([])
    expect(publish(dana, ` ${statusPage.label} `)).toMatchObject(done)
    expect(openItems(bench.store.db)).toHaveLength(1)
    expect(approval()).toMatchObject({ state: 'given', as: 'alone', by: dana })
    expect(lines()).toContain('Published alone, approved by no second person: “Payments fail”')
  })

  it('is not alone while the commander or the deputy is at a screen', () => {
    for (const other of [ada, grace]) {
      const { draft, publish, present } = desk({ here: [dana, other] })
      draft()
      expect(publish(dana, statusPage.label)).toMatchObject(fault('approver-here'))
      present.people = [dana, mia]
      expect(publish(dana, statusPage.label)).toMatchObject(done)
    }
  })
})

describe('[HP2] the holding post', () => {
  const holding = (it: ReturnType<typeof desk>, at?: number | null) => {
    const now = it.bench.clock.now()
    const filled = ground(now).holdingPost(it.incident(), at ?? Math.ceil((now + 20 * MINUTE) / 60_000) * 60_000)
    if (filled === undefined) throw new Error('Its template is shipped')
    const { title, body, status, stage, nextUpdateAt } = filled
    return { title, body, status, stage, nextUpdateAt }
  }

  it('needs no approval while it says what its template says', () => {
    const it = desk()
    it.draft(holding(it))
    expect(it.publish()).toMatchObject(done)
  })

  it.each<readonly [string, (own: ReturnType<typeof holding>) => Partial<UpdateContent>]>([
    ['a letter', ({ body }) => ({ body: `${body}!` })],
    ['the title', () => ({ title: 'Payments fail' })],
    ['a status', () => ({ status: 'identified' })],
    ['another impact', () => ({ impact: 'minor' })],
    ['a component', () => ({ components: { c1: 'major_outage' } })],
    ['no promise', () => ({ nextUpdateAt: null })],
    ['a promise that is further away', ({ nextUpdateAt }) => ({ nextUpdateAt: (nextUpdateAt ?? 0) + 240 * MINUTE })],
  ])('is an update like any other after a change of %s', (_, change) => {
    const it = desk()
    const own = holding(it)
    it.draft({ ...own, ...change(own) })
    expect(it.publish()).toMatchObject(fault('approval-missing'))
  })

  it('is an update like any other where the team wants that', () => {
    const strict = approvalGround({
      ...{ templates, present: () => [] },
      settings: { read: () => ({ ...settings.read(), holdingApproval: true }) },
      facts: () => ({ now: 0, publicName: () => undefined }),
    })
    expect(strict.holdingPost(desk().incident(), null)).toBeUndefined()
  })

  it('[HP1] has no hole and nothing that the lint finds, with a name of the service and without one', () => {
    const it = desk()
    const texts = [holding(it)]
    it.run('comms:draft', { update: it.update, content, facts: { service: 'Card payments' } })
    texts.push(holding(it))
    expect(texts.map(({ title }) => title)).toEqual(['We are investigating a problem', 'Problems with Card payments'])
    for (const { title, body, stage, nextUpdateAt } of texts) {
      const now = it.bench.clock.now()
      const incident = { resolved: false, identified: false, components: {} }
      const next = { asked: true, at: nextUpdateAt }
      const subject = { ...{ title, body, stage, now, incident }, zone: 'UTC', nextUpdate: next, previous: null }
      expect(lintUpdate(subject as never, shippedLintWords()).findings).toEqual([])
    }
  })
})
