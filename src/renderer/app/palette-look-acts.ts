import { t } from '../../shared/texts/t'
import { texts } from '../../shared/texts/texts'
import type { PaletteAct } from '../features/palette/palette-list'
import { themes } from '../stores/browser-settings'
import type { Cockpit } from '../stores/cockpit-stores'
import { arrangingKeys, arrangingLines } from './layouts/arranging'
import type { NamedLayout } from './layouts/layout-file'
import { askForLayout, exportCurrent } from './layouts/layout-transfer'
import { cameFrom, type Layouts } from './layouts/layouts'
import { heldPane } from './layouts/pane-commands'
import { readyMade, readyMadeOrder } from './layouts/ready-made'

/** The themes not in use in this browser, for the palette. */
export function themeActs({ screen }: Cockpit): readonly PaletteAct[] {
  return themes
    .filter(theme => theme !== screen.getState().theme)
    .map(theme => ({
      id: `theme:${theme}`,
      name: t(texts.palette.theme, { theme: texts.look.themes[theme] }),
      group: texts.keymap.groups.look,
      run: () => screen.change({ theme }),
    }))
}

/** [PA3] Every layout by its name, and the keys for arranging a pane. */
export function layoutActs(layouts: Layouts): readonly PaletteAct[] {
  return [...takeActs(layouts), ...carryActs(layouts), ...arrangeActs(layouts)]
}

function takeActs(layouts: Layouts): readonly PaletteAct[] {
  const all: readonly NamedLayout[] = [...readyMadeOrder.map(role => readyMade[role]), ...layouts.getState().saved]
  return all.map(layout => ({
    id: `layout:${layout.name}`,
    name: t(texts.palette.layout, { name: layout.name }),
    group: texts.keymap.groups.look,
    run: () => layouts.take(layout),
  }))
}

function carryActs(layouts: Layouts): readonly PaletteAct[] {
  const { groups } = texts.keymap
  const from = cameFrom(layouts.getState())
  return [
    { id: 'layout-reset', name: t(texts.palette.resetLayout, { name: from.name }), run: () => layouts.take(from) },
    { id: 'layout-export', name: texts.palette.exportLayout, run: () => exportCurrent(layouts) },
    { id: 'layout-import', name: texts.palette.importLayout, run: () => askForLayout(layouts) },
  ].map(act => ({ ...act, group: groups.look }))
}

function arrangeActs(layouts: Layouts): readonly PaletteAct[] {
  return arrangingKeys.map(({ key, act, does }, at) => ({
    id: `arrange:${key}`,
    name: does,
    group: texts.keymap.groups.panes,
    key: `d ${arrangingLines[at]?.key ?? key}`,
    run: () => act(layouts, heldPane(layouts)),
  }))
}

const backups = texts.backups
const look = texts.look
const clock = texts.clock
const sounds = texts.sounds
const engine = texts.engine
const ways = texts.ways

/** From the catalogue, because the settings' own code is loaded with their dialog. */
const settings = [
  { name: look.theme, words: `${look.themeWords} ${Object.values(look.themes).join(' ')}` },
  { name: look.size, words: look.sizeWords },
  { name: look.motion, words: look.motionWords },
  { name: look.wall, words: look.wallWords },
  { name: clock.hours, words: clock.hoursWords },
  { name: clock.zone, words: clock.zoneWords },
  { name: sounds.sound, words: sounds.soundWords },
  { name: sounds.volume, words: sounds.volumeWords },
  { name: sounds.callOuts, words: sounds.callOutsWords },
  { name: sounds.notices, words: sounds.noticesWords },
  { name: engine.cancelWindow, words: engine.cancelWindowWords },
  { name: engine.cadence.name, words: engine.cadence.words },
  { name: engine.approval.name, words: engine.approval.words },
  { name: engine.holding.name, words: engine.holding.words },
  { name: engine.mirror.name, words: engine.mirror.words },
  { name: engine.repairTime.name, words: engine.repairTime.words },
  { name: engine.me, words: engine.meWords },
  { name: texts.method.name, words: texts.method.words },
  { name: backups.name, words: backups.words },
  { name: backups.check.name, words: backups.check.words },
  ...Object.values(ways).map(({ name, other }) => ({ name, words: other })),
]

/** [PA3] Each setting by its name and by the other words that people use for it. */
export function settingActs({ focus }: Cockpit): readonly PaletteAct[] {
  return settings.map(({ name, words: other }) => ({
    id: `setting:${name}`,
    name: t(texts.palette.setting, { name }),
    words: other,
    group: texts.keymap.groups.look,
    run: () => void focus.request('settings', name),
  }))
}
