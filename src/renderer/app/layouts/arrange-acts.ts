import { arrangingKeys, arrangingLines } from './arranging'
import { paneInHand } from './layout-acts'
import type { Layouts } from './layouts'

/** [PA3] What the keys do while a pane is arranged, each by its name. */
export function arrangeActs(layouts: Layouts) {
  return arrangingKeys.map(({ key, act, does }, at) => ({
    id: `arrange:${key}`,
    name: does,
    group: 'Panes',
    key: `d ${arrangingLines[at]?.key ?? key}`,
    run: () => act(layouts, paneInHand(layouts)),
  }))
}
