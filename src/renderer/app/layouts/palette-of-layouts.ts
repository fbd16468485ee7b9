import { t } from '../../../shared/texts/t'
import { texts } from '../../../shared/texts/texts'
import type { PaletteAct } from '../../features/palette/palette-list'
import { arrangingKeys, arrangingLines } from './arranging'
import { exportStanding } from './export-layout'
import { askForLayout } from './import-layout'
import { paneInHand } from './layout-acts'
import type { NamedLayout } from './layout-file'
import { cameFrom, type Layouts } from './layouts'
import { readyMade, roles } from './ready-made'

/** [PA3] Every layout by its name, and what the keys do while a pane is arranged. */
export function layoutActs(layouts: Layouts): readonly PaletteAct[] {
  return [...takeActs(layouts), ...carryActs(layouts), ...arrangeActs(layouts)]
}

function takeActs(layouts: Layouts): readonly PaletteAct[] {
  const all: readonly NamedLayout[] = [...roles.map(role => readyMade[role]), ...layouts.getState().saved]
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
    { id: 'layout-export', name: texts.palette.exportLayout, run: () => exportStanding(layouts) },
    { id: 'layout-import', name: texts.palette.importLayout, run: () => askForLayout(layouts) },
  ].map(act => ({ ...act, group: groups.look }))
}

function arrangeActs(layouts: Layouts): readonly PaletteAct[] {
  return arrangingKeys.map(({ key, act, does }, at) => ({
    id: `arrange:${key}`,
    name: does,
    group: texts.keymap.groups.panes,
    key: `d ${arrangingLines[at]?.key ?? key}`,
    run: () => act(layouts, paneInHand(layouts)),
  }))
}
