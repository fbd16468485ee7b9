import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openTemplates } from '../../../src/main/engine/comms/templates'
import { newId, type UpdateId } from '../../../src/shared/domain/ids'
import { noChannel, type UpdateFacts } from '../../../src/shared/domain/update'
import { commandBench, statusPage } from '../../support/engine-parts'
import * as story from '../../support/folded-incident'
import { scratchFolder } from '../../support/folders'

const templates = openTemplates({ shipped: join(import.meta.dirname, '../../../resources/templates') })

function declared() {
  const bench = commandBench(scratchFolder())
  bench.run('incident:declare', { title: 'Payments fail', severity: 'SEV-1', impact: '' })
  const content = story.updateContent({ channel: statusPage })
  const draft = (facts?: UpdateFacts, update = newId<UpdateId>()) => {
    expect(bench.run('comms:draft', { update, content, ...(facts !== undefined && { facts }) }).ok).toBe(true)
    return update
  }
  const next = () => {
    const incident = bench.ledger.record(bench.incident)?.incident
    if (incident === undefined) throw new Error('The incident was not declared')
    const ground = { now: bench.clock.now(), publicName: () => undefined }
    const filled = templates.fill(incident, { template: 'progress', fields: {}, nextUpdateAt: null }, ground)
    if (!filled.ok) throw new Error(filled.fault.message)
    return Object.fromEntries(filled.value.fields.map(({ name, value }) => [name, value]))
  }
  return { bench, draft, next }
}

describe('the second update', () => {
  it('[CM8] begins with the product and the symptom of the first', () => {
    const { draft, next } = declared()
    expect(next()).toMatchObject({ service: '', impact: '' })
    draft({ service: 'Card payments', impact: 'One in four fails' })
    expect(next()).toMatchObject({ service: 'Card payments', impact: 'One in four fails' })
  })

  it('[CM8] an update that typed neither forgets nothing; the newest wording of each wins; wording it anew keeps it', () => {
    const { draft, next } = declared()
    const first = draft({ service: 'Card payments', impact: 'One in four fails' })
    draft()
    draft({ impact: 'One in ten fails' })
    draft(undefined, first)
    expect(next()).toMatchObject({ service: 'Card payments', impact: 'One in ten fails' })
  })

  it('[CM8] an impact that was stated since then is newer, and what was discarded never said anything', () => {
    const { bench, draft, next } = declared()
    const update = draft({ service: 'Card payments', impact: 'One in four fails' })
    bench.run('incident:state-impact', { impact: 'All cards fail' })
    expect(next()).toMatchObject({ service: 'Card payments', impact: 'All cards fail' })
    bench.run('comms:discard', { update })
    expect(next()).toMatchObject({ service: '' })
  })
})

describe('a draft without a channel', () => {
  it('[CM14] is on disk, and is refused until somebody says where it goes', () => {
    const { bench } = declared()
    const update = newId<UpdateId>()
    const content = story.updateContent({ channel: noChannel })
    expect(bench.run('comms:draft', { update, content }).ok).toBe(true)
    expect(bench.run('comms:publish', { update })).toMatchObject({
      ok: false,
      fault: { message: 'Choose a channel before publishing.' },
    })
    expect(bench.run('comms:draft', { update, content: story.updateContent({ channel: statusPage }) }).ok).toBe(true)
    expect(bench.run('comms:publish', { update }).ok).toBe(true)
  })
})
