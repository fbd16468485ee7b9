import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import type { SocketLink } from '../../src/renderer/link/socket-link'
import { type IncidentId, newId, type UpdateId } from '../../src/shared/domain/ids'
import type { Channel, UpdateContent } from '../../src/shared/domain/update'
import type { IncidentEvent } from '../../src/shared/events/registry'
import { readRecord, whenOpen } from '../support/followed-log'
import { startCockpit } from '../support/running-cockpit'
import { type SlowStatuspage, startSlowStatuspage } from '../support/slow-statuspage'

const channel: Channel = {
  vendor: 'statuspage',
  connection: 'sp' as Channel['connection'],
  target: 'p1',
  label: 'Acme Status',
}
const content: UpdateContent = {
  stage: 'initial',
  channel,
  title: 'Payments fail',
  body: 'Some payments fail. We are looking into it. Next update within the hour.',
  status: 'investigating',
  components: {},
  notify: true,
  nextUpdateAt: null,
}
const incident = newId<IncidentId>()
const update = newId<UpdateId>()
let folder: string
let page: SlowStatuspage

test.beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'quarterdeck-publish-'))
  page = await startSlowStatuspage(true)
  const connections = [{ id: 'sp', vendor: 'statuspage', name: 'Acme Status', baseUrl: page.baseUrl, pageId: 'p1' }]
  writeFileSync(join(folder, 'config.json'), JSON.stringify({ connections, cancelWindow: 0, approvalFor: [] }))
})

test.afterEach(async () => {
  await page.stop()
  rmSync(folder, { recursive: true, force: true })
})

async function opened() {
  const cockpit = await startCockpit(['--no-drill', '--data', folder], { QUARTERDECK_TOKEN_SP: 'planted-token' })
  const link = await cockpit.link()
  await whenOpen(link)
  return { cockpit, link }
}

function nextEvent(link: SocketLink, kind: IncidentEvent['kind']): Promise<IncidentEvent> {
  return new Promise(done => {
    const stop = link.on('log', push => {
      const found = push.events.find(event => event.kind === kind)
      if (found === undefined) return
      stop()
      done(found)
    })
  })
}

test('an update that was being published when the process died is unknown, and is looked up before anything is sent again', async () => {
  const first = await opened()
  await first.link.call('incident:declare', { incident, title: 'Payments fail', severity: 'SEV-1', impact: '' })
  await first.link.call('comms:draft', { incident, update, content })
  expect(await first.link.call('comms:publish', { incident, update })).toMatchObject({ ok: true })
  await page.posted
  await first.cockpit.kill()
  first.link.close()

  const second = await opened()
  const found = nextEvent(second.link, 'update-published')
  const record = await readRecord(second.link, incident)
  expect(record.incident.updates[0]?.delivery.state).toBe('unknown')
  expect(await found).toMatchObject({ body: { update, externalId: 'sp-1' } })
  const posts = page.requests.filter(request => request.startsWith('POST'))
  expect(posts).toHaveLength(1)
  second.link.close()
  expect(await second.cockpit.stop()).toBe(0)
})
