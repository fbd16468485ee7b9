import { act, cleanup, fireEvent, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { SeverityDialog } from '../../../src/renderer/features/incident-bar/edit-dialogs'
import { RareStrips } from '../../../src/renderer/features/incident-bar/rare-strips'
import { useRecord } from '../../../src/renderer/stores/cockpit'
import { openedBy } from '../../../src/renderer/stores/opened-by'
import { severityPrompted } from '../../../src/shared/events/severity-prompted'
import { type Shown, settle, show } from '../../support/shown'

afterEach(cleanup)
beforeEach(() => localStorage.clear())

const Dialog = openedBy('severity', SeverityDialog)

function Bar() {
  const incident = useRecord(record => record.incident)
  return (
    <>
      <RareStrips incident={incident} />
      {incident !== undefined && <Dialog incident={incident} />}
    </>
  )
}

const evidence = 'Error rate: 60 %, more than 50 %, for 3 min'

async function offered(direction: 'raise' | 'lower' = 'raise', words = evidence): Promise<Shown> {
  const shown = await show(<Bar />)
  const { link, incident } = shown
  const severity = direction === 'raise' ? 'SEV-1' : 'SEV-3'
  const body = { trigger: 'worse', text: 'It is worse', direction, from: 'SEV-2', severity, evidence: words } as const
  await act(async () => {
    const batch = link.log.append(incident, [severityPrompted.draft(body, Date.now(), { kind: 'engine' })], Date.now())
    link.push('log', { incident, ...batch })
  })
  await settle()
  return shown
}

const strip = () => screen.queryByRole('complementary', { name: 'Another severity?' })
const press = ({ cockpit }: Shown, key: 'severity-offer' | 'severity-not-now' | 'severity') =>
  act(async () => void cockpit.focus.request(key))
const reason = () => screen.getByRole<HTMLInputElement>('textbox', { name: /^Why/ })
const chosen = () =>
  /SEV-\d/.exec(screen.getByRole('radio', { checked: true }).closest('label')?.textContent ?? '')?.[0]

it('[RS8] says what is offered and why without taking the focus, and is not there before', async () => {
  await show(<Bar />)
  expect(strip()).toBeNull()
  cleanup()
  await offered()
  expect(strip()?.textContent).toContain(`Raise to SEV-1? It is worse: ${evidence}`)
  expect(strip()?.textContent).not.toContain('Clocks')
  expect(document.activeElement).toBe(document.body)
})

it('[RS8] its key opens the form with the severity and the reason, and Enter changes it', async () => {
  const shown = await offered()
  await press(shown, 'severity-offer')
  await settle()
  expect([chosen(), reason().value]).toEqual(['SEV-1', `It is worse: ${evidence}`])
  fireEvent.submit(reason())
  await settle()
  expect(shown.link.calls.find(({ name }) => name === 'incident:change-severity')?.input).toMatchObject({
    ...{ to: 'SEV-1', was: 'SEV-2', reason: `It is worse: ${evidence}` },
  })
  expect(strip()).toBeNull()
})

it('[RS8] the severity’s own key opens it as ever, and a reason that is half typed stays', async () => {
  const shown = await offered()
  await press(shown, 'severity')
  await settle()
  expect([chosen(), reason().value]).toEqual(['SEV-2', ''])
  fireEvent.change(reason(), { target: { value: 'all of Europe' } })
  fireEvent.keyDown(reason(), { key: 'Escape' })
  await settle()
  fireEvent.click(screen.getByRole('button', { name: /^See and change/ }))
  await settle()
  expect([chosen(), reason().value]).toEqual(['SEV-1', 'all of Europe'])
})

it('[RS8] “not now” is written and takes it away; the key says nothing more then', async () => {
  const shown = await offered()
  await press(shown, 'severity-not-now')
  await settle()
  expect(shown.link.calls.filter(({ name }) => name === 'incident:decline-prompt')).toHaveLength(1)
  expect(strip()).toBeNull()
  await press(shown, 'severity-not-now')
  expect(shown.link.calls.filter(({ name }) => name === 'incident:decline-prompt')).toHaveLength(1)
})

it('[RS8] a lower one says that clocks stay as they are; names in any script and length are let through', async () => {
  const hostile = `\u202eمعدل الأخطاء <b>{severity}</b> ${'x'.repeat(400)}`
  await offered('lower', hostile)
  expect(strip()?.textContent).toContain('Lower to SEV-3?')
  expect(strip()?.textContent).toContain('Clocks stay as they are')
  expect(strip()?.querySelector('b')).toBeNull()
  expect(strip()?.textContent).toContain('<b>{severity}</b>')
})
