import { describe, expect, it } from 'vitest'
import type { Input } from '../../../src/shared/contract/calls'
import { type EntryId, newId, type RequestId, type UpdateId } from '../../../src/shared/domain/ids'
import { commandBench, statusPage } from '../../support/engine-parts'
import { scratchFolder } from '../../support/folders'

const content: Input<'comms:draft'>['content'] = {
  stage: 'initial',
  channel: statusPage,
  title: 'Card payments',
  body: 'Some card payments fail.',
  status: 'investigating',
  components: { api: 'major_outage' },
  notify: true,
  nextUpdateAt: null,
}

function declared() {
  const bench = commandBench(scratchFolder())
  bench.run('incident:declare', { title: 'Payments fail', severity: 'SEV-3', impact: 'A few' })
  const head = () => {
    const record = bench.ledger.record(bench.incident)
    if (record === null || record === undefined) throw new Error('The incident is gone')
    return record
  }
  return { ...bench, head }
}

const conflict = { ok: false, fault: { kind: 'conflict' } }

describe('[ED1] the second of two who edit one thing', () => {
  it('does not write over an impact that it did not see', () => {
    const { run, head } = declared()
    expect(run('incident:state-impact', { impact: 'One in four', was: 'A few' })).toMatchObject({ ok: true })
    expect(run('incident:state-impact', { impact: 'Nobody', was: 'A few' })).toMatchObject(conflict)
    expect(head().incident.impact).toBe('One in four')
    expect(run('incident:state-impact', { impact: 'Nobody', was: 'One in four' })).toMatchObject({ ok: true })
  })

  it('begins from nothing as well as from something', () => {
    const { run } = declared()
    expect(run('incident:state-impact', { impact: 'All', was: '' })).toMatchObject(conflict)
  })

  it('does not lower a severity that somebody raised meanwhile', () => {
    const { run, head } = declared()
    run('incident:change-severity', { to: 'SEV-1', reason: 'all regions' })
    expect(run('incident:change-severity', { to: 'SEV-4', reason: 'quiet', was: 'SEV-3' })).toMatchObject(conflict)
    expect(head().incident.severity).toBe('SEV-1')
  })

  it('does not reopen what it takes for running', () => {
    const { run, head } = declared()
    run('incident:change-status', { to: 'resolved', reason: '' })
    const late = { to: 'identified', reason: '', was: 'investigating' } as const
    expect(run('incident:change-status', late)).toMatchObject(conflict)
    expect(head().incident.status).toBe('resolved')
  })

  it('does not replace a draft that somebody else has kept since', () => {
    const { run, head } = declared()
    const update = newId<UpdateId>()
    run('comms:draft', { update, content, was: null })
    const theirs = { ...content, body: 'Card payments in the EU fail.' }
    expect(run('comms:draft', { update, content: theirs, was: content })).toMatchObject({ ok: true })
    const mine = { ...content, body: 'We look into it.' }
    expect(run('comms:draft', { update, content: mine, was: content })).toMatchObject(conflict)
    expect(run('comms:draft', { update, content: mine, was: null })).toMatchObject(conflict)
    expect(head().incident.updates.map(({ content: { body } }) => body)).toEqual([theirs.body])
    expect(run('comms:draft', { update, content: mine, was: theirs })).toMatchObject({ ok: true })
  })

  it('sees one draft in any order of its fields, and a field without a value as none', () => {
    const { run } = declared()
    const update = newId<UpdateId>()
    run('comms:draft', { update, content, was: null })
    const { nextUpdateAt, ...rest } = content
    const same = { nextUpdateAt, ...rest, before: undefined }
    expect(run('comms:draft', { update, content: { ...content, title: 'New' }, was: same })).toMatchObject({ ok: true })
  })

  it('does not correct a line that was corrected meanwhile', () => {
    const { run, head } = declared()
    const entry = newId<EntryId>()
    run('timeline:append', { entry, kind: 'note', text: 'Pool is ful', occurredAt: null, pinned: false })
    run('timeline:correct', { entry, text: 'Pool is full', was: 'Pool is ful' })
    const late = { entry, text: 'Pool was full', was: 'Pool is ful' }
    expect(run('timeline:correct', late)).toMatchObject(conflict)
    expect(head().line(entry)?.text).toBe('Pool is full')
  })

  it('that is sent again after a lost answer is answered as the first time', () => {
    const { run } = declared()
    const request = newId<RequestId>()
    const asked = { impact: 'One in four', was: 'A few' }
    const first = run('incident:state-impact', asked, request)
    expect(first).toMatchObject({ ok: true })
    expect(run('incident:state-impact', asked, request)).toEqual(first)
  })

  it('of an earlier version, which says nothing of what it saw, is heard as before', () => {
    const { run } = declared()
    run('incident:state-impact', { impact: 'One in four' })
    expect(run('incident:state-impact', { impact: 'Nobody' })).toMatchObject({ ok: true })
  })
})
