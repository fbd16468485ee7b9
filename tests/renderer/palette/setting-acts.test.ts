import { expect, it } from 'vitest'
import { settingActs } from '../../../src/renderer/app/palette-look-acts'
import { found, type PaletteAct } from '../../../src/renderer/features/palette/palette-list'
import { allSettings } from '../../../src/renderer/features/settings/settings-dialog'
import type { Cockpit } from '../../../src/renderer/stores/cockpit-stores'
import { createFocusStore } from '../../../src/renderer/stores/focus-store'

const focus = createFocusStore()
const acts = settingActs({ focus } as unknown as Cockpit)
const first = (query: string, all: readonly PaletteAct[] = acts) => found(all, query, [])[0]?.name

it('[PA3] the palette knows every setting that the settings have', () => {
  expect(acts.map(({ name }) => name).toSorted()).toEqual(allSettings.map(({ name }) => `Setting: ${name}`).toSorted())
})

it.each([
  ['colour', 'Setting: Theme'],
  ['dark', 'Setting: Theme'],
  ['timezone', 'Setting: Time zone'],
  ['font', 'Setting: Size'],
  ['undo', 'Setting: Cancel window'],
  ['cadence', 'Setting: Checkpoints and customer updates'],
])('[PA1] “%s” finds the setting by the words that the settings know', (query, name) => expect(first(query)).toBe(name))

it('opens the settings at the one that was asked for', () => {
  acts.find(({ name }) => name === 'Setting: Size')?.run()
  expect(focus.getState().about).toBe('Size')
  focus.request('settings')
  expect(focus.getState().about).toBe('')
})

const named = (...names: string[]): PaletteAct[] =>
  names.map(name => ({ id: name, name, group: '', run: () => undefined }))

it.each([
  [
    'set',
    'Settings: theme, size',
    ['Change the severity to SEV-1', 'Status page: components', 'Settings: theme, size'],
  ],
  ['open', 'Open the wall', ['Hold the checkpoint, open to all', 'Open the wall', 'To people in the pen']],
  ['che', 'Hold the checkpoint', ['Change the severity', 'Hold the checkpoint']],
  ['pa', 'Page someone', ['Compare the charts', 'Page someone', 'Status page: components']],
  ['ро', 'Роль назначить', ['Кто родом', 'Роль назначить']],
])('[PA1] “%s” finds what begins so before what only has the letters: %s', (query, name, all) =>
  expect(first(query, named(...all))).toBe(name),
)
