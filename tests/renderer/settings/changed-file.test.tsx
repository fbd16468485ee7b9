import { act, cleanup, fireEvent, screen, within } from '@testing-library/react'
import { afterEach, expect, it, vi } from 'vitest'
import { methodView } from '../../../src/main/engine/method/method-store'
import { SettingsSheet } from '../../../src/renderer/features/settings/settings-dialog'
import { defaultCadence } from '../../../src/shared/domain/cadence'
import { SECOND } from '../../../src/shared/lib/time'
import { texts } from '../../../src/shared/texts/texts'
import { answers } from '../../support/fake-answers'
import { shippedMethod, shippedView } from '../../support/shipped-method'
import { settle, show } from '../../support/shown'

afterEach(() => {
  cleanup()
  vi.restoreAllMocks()
})

const settings = {
  me: null,
  cancelWindow: 5_000,
  cadence: defaultCadence,
  methodCadence: defaultCadence,
  approvalFor: [],
  holdingApproval: false,
  ...{ audiences: shippedView.method.audiences, methodAudiences: shippedView.method.audiences },
  mirror: 'decisions' as const,
  repairTime: 'warn' as const,
}
const every = (minutes: number) => ({
  ...settings,
  cadence: { ...defaultCadence, checkpointMinutes: { ...defaultCadence.checkpointMinutes, 'SEV-1': minutes } },
})
const [column] = Object.values(texts.engine.cadence.columns)
const field = () => {
  const table = screen.getByRole('table', { name: texts.engine.cadence.name })
  return within(table).getByRole<HTMLSelectElement>('combobox', { name: `SEV-1: ${column}` })
}

async function shown() {
  const { cockpit } = await show(<SettingsSheet leaveFor={() => undefined} />)
  await settle()
  return async () => {
    act(() => cockpit.now.setState(({ now }) => ({ now: now + 5 * SECOND })))
    await settle()
  }
}

it('[MD2] open settings follow the file of the method: its version and the cadence', async () => {
  const later = await shown()
  const view = methodView(shippedMethod(), undefined)
  vi.spyOn(answers, 'method:read').mockReturnValue({ ...view, version: 'abcdef01' })
  vi.spyOn(answers, 'settings:read').mockReturnValue(every(45))
  await later()
  expect(field().value).toBe('45')
  expect(screen.getByText(/version abcdef01/)).toBeTruthy()
})

it('[MD2] what was changed here stays, until the engine says something newer', async () => {
  const later = await shown()
  vi.spyOn(answers, 'settings:read').mockReturnValue(every(10))
  fireEvent.change(field(), { target: { value: '10' } })
  await settle()
  expect(field().value).toBe('10')
  vi.spyOn(answers, 'settings:read').mockReturnValue(every(45))
  await later()
  expect(field().value).toBe('45')
})
