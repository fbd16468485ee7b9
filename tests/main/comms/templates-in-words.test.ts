import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { lintedUpdate } from '../../../src/main/engine/comms/linted-update'
import { openTemplates } from '../../../src/main/engine/comms/templates'
import type { FilledTemplate } from '../../../src/shared/contract/comms'
import type { ConnectionId, EventId, UpdateId } from '../../../src/shared/domain/ids'
import type { FigureStatement } from '../../../src/shared/domain/impact-figures'
import type { Incident } from '../../../src/shared/domain/incident'
import { lintUpdate } from '../../../src/shared/domain/lint/lint'
import { openSlots } from '../../../src/shared/domain/slots'
import type { ConfirmedTime } from '../../../src/shared/domain/stated-time'
import * as story from '../../support/folded-incident'
import { shippedLintWords } from '../../support/shipped-lint'

const ours = openTemplates({ shipped: join(process.cwd(), 'resources/templates') })
const page = { connection: 'pd' as ConnectionId, externalId: 'P1', title: 'x', service: 'payments-api', url: null }
const told = story.recordOf([
  story.declared(),
  story.assigned(1, 'ic', 'Ada Lovelace'),
  story.drafted(4, 'first'),
  story.published(5, 'first'),
])
const time = (at: number): ConfirmedTime => ({
  ...{ at, source: { kind: 'page', name: 'x' }, by: story.ada, confirmedAt: story.minute(2) },
})
const figure = (words: Pick<FigureStatement, 'figure' | 'value' | 'currency'>): FigureStatement => ({
  ...{ since: story.START, source: 'finance', key: 'e1' as EventId, stated: { by: story.ada, at: story.minute(9) } },
  ...words,
})

/** The same incident as it goes on, with what each step brings. */
const known: Incident = {
  ...told.incident,
  ...{ title: 'payments-api answers 500', started: time(story.START), pages: [page] },
  impact: 'one in three card payments on payments-api fails',
}
const identified: Incident = {
  ...known,
  status: 'identified',
  figuresStated: [
    figure({ figure: 'users-share', value: 12.5, currency: null }),
    figure({ figure: 'users', value: 4_200, currency: null }),
    figure({ figure: 'revenue', value: 12_000, currency: 'EUR' }),
  ],
}
const states: Readonly<Record<string, Incident>> = {
  'nothing is known': story.recordOf([story.declared()]).incident,
  'impact and start are known': known,
  'the cause is known': identified,
  'it is over': { ...identified, status: 'resolved', ended: time(story.minute(38)) },
}

/** What somebody would type into fields that the record does not fill. */
const typed: Readonly<Record<string, string>> = {
  service: 'Card payments',
  impact: 'One in three card payments fails',
  address: 'https://status.example.com',
  wrong: 'that all card payments fail',
  right: 'one in three card payments fails',
  from: '14:40 UTC',
  to: '15:10 UTC',
  effect: 'card payments cannot be made',
  cause: 'A change to our software was faulty',
  changes: 'Such a change now reaches a small part of our systems first',
  say: 'We know of it and are working on it',
  room: 'https://chat.example.com/incident',
}

const publicName = (service: string) =>
  service === 'payments-api' ? ({ name: 'Card payments', source: 'services' } as const) : undefined

function fill(template: string, incident: Incident, fields: Readonly<Record<string, string>> = {}): FilledTemplate {
  const ground = { now: story.minute(20), publicName }
  const reply = ours.fill(incident, { template, fields, nextUpdateAt: null }, ground)
  if (!reply.ok) throw new Error(reply.fault.message)
  return reply.value
}

const names = ours.list().map(({ name }) => name)
const forCustomers = ours.list().flatMap(({ name, audience }) => (audience === 'customers' ? [name] : []))

describe('[TM12] each template in each state of an incident', () => {
  it.each(names)('%s reads as it stands in its file', async name => {
    const texts = Object.entries(states).map(([state, incident]) => {
      const { title, body, status } = fill(name, incident)
      return `=== ${state} (${status})\n${title}\n\n${body}\n`
    })
    const whole = fill(name, identified, typed)
    texts.push(`=== with all that its writer types\n${whole.title}\n\n${whole.body}\n`)
    await expect(texts.join('\n')).toMatchFileSnapshot(`templates/${name}.txt`)
  })

  it.each(names)('%s has no slot left once its fields are typed', name => {
    for (const incident of [identified, states['it is over'] ?? identified]) {
      const { title, body } = fill(name, incident, typed)
      expect(openSlots(`${title}\n${body}`)).toEqual([])
    }
  })

  it.each(forCustomers)('%s names no system of ours, and the lint stops nothing of it', name => {
    const stage = ours.list().find(one => one.name === name)?.stage ?? 'progress'
    const incident = stage === 'resolution' ? (states['it is over'] ?? identified) : identified
    const { title, body, nextUpdateAt } = fill(name, incident, typed)
    expect(`${title} ${body}`).not.toContain('payments-api')
    const written = { message: 'u' as UpdateId, title, body, stage, nextUpdateAt, components: {} }
    const subject = lintedUpdate(incident, written, { now: story.minute(20) })
    const stops = lintUpdate(subject, shippedLintWords()).findings.filter(({ level }) => level !== 'asks')
    expect(stops).toEqual([])
  })

  it.each(forCustomers.filter(name => name.startsWith('social')))('%s is short enough for every network', name => {
    const { body } = fill(name, identified, typed)
    expect(body.length).toBeLessThanOrEqual(280)
  })
})
