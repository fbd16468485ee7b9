import { cleanup, screen, within } from '@testing-library/react'
import { afterEach, expect, it } from 'vitest'
import { FactsDialog } from '../../../src/renderer/features/facts/facts-dialog'
import { BarLinks } from '../../../src/renderer/features/incident-bar/open-incident'
import { useRecord } from '../../../src/renderer/stores/cockpit'
import type { ConnectionId } from '../../../src/shared/domain/ids'
import { alertDescribed } from '../../../src/shared/events/alert-described'
import { pageLinked } from '../../../src/shared/events/page-linked'
import { engineItself } from '../../support/folded-incident'
import { show } from '../../support/shown'

afterEach(cleanup)

const id = { connection: 'am' as ConnectionId, externalId: 'A1' }
const page = { ...id, title: 'High error rate', service: null, url: null }
const long = `<b>Cards</b> are declined. ${'x'.repeat(4_000)}`
const said = {
  ...{ ...id, description: long, impact: '', value: '12.4 %', threshold: '5 %' },
  links: [
    { kind: 'runbook', name: 'runbook_url', address: 'https://wiki.example.com/runbooks/errors' },
    { kind: 'other', name: 'notes', address: 'https://ada:secret@example.com/' },
    { kind: 'other', name: 'notes', address: 'javascript:alert(1)' },
    { kind: 'runbook', name: 'reboot', address: 'http://10.0.0.1/reboot?now=1', refused: true },
    { kind: 'other', name: 'status', address: 'http://10.0.0.2/status' },
  ],
} as const

function Bar() {
  const incident = useRecord(record => record.incident)
  return incident === undefined ? null : <BarLinks incident={incident} />
}

const shown = (withAlert: boolean) =>
  show(
    <>
      <Bar />
      <FactsDialog opened onClose={() => undefined} />
    </>,
    ({ log }) => {
      const [incident] = log.incidents()
      if (incident === undefined || !withAlert) return
      const now = Date.now()
      const drafts = [
        pageLinked.draft({ page }, now, engineItself),
        alertDescribed.draft({ alert: said }, now, engineItself),
      ]
      log.append(incident, drafts, now)
    },
  )

it('[DI6] is with the links: value against threshold, description and links, what is not opened as a text', async () => {
  await shown(true)
  const alerts = within(screen.getByRole('group', { name: 'What the linked alerts said' }))
  const text = alerts.getByRole('listitem').textContent
  expect(text).toContain('High error rate')
  expect(text).toMatch(/Value ?12\.4 %/)
  expect(text).toMatch(/Threshold ?5 %/)
  expect(text).toContain(long)
  expect(text).not.toContain('Impact')
  expect(alerts.getAllByRole('link').map(link => link.getAttribute('href'))).toEqual([
    'https://wiki.example.com/runbooks/errors',
    // Of a record from before it was written down what was refused.
    'http://10.0.0.2/status',
  ])
  expect(text).toContain('javascript:alert(1) (not a link here')
  // [AL15]
  expect(text).toContain('http://10.0.0.1/reboot?now=1 (not a link here')
  expect(text).toContain('https://ada:secret@example.com/ (not a link here')
})

it('[DI6] its runbook is one press away in the bar', async () => {
  await shown(true)
  const bar = within(screen.getByRole('navigation', { hidden: true }))
  const [runbook, ...others] = bar.getAllByRole('link', { hidden: true })
  expect(runbook?.textContent).toBe('Runbook wiki.example.com')
  expect(others).toEqual([])
})

it('[DI6] without an alert that said something there is nothing of it', async () => {
  await shown(false)
  expect(screen.queryByRole('group', { name: 'What the linked alerts said' })).toBeNull()
})
