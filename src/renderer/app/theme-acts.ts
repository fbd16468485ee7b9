import { say } from '../../shared/words/say'
import { words } from '../../shared/words/words'
import type { PaletteAct } from '../features/palette/palette-list'
import type { Cockpit } from '../stores/cockpit-stores'
import { themes } from '../stores/screen-settings'

/** The themes that this screen does not wear now, for the palette. */
export function themeActs({ screen }: Cockpit): readonly PaletteAct[] {
  return themes
    .filter(theme => theme !== screen.getState().theme)
    .map(theme => ({
      id: `theme:${theme}`,
      name: say(words.palette.theme, { theme: words.look.themes[theme] }),
      group: words.keymap.groups.look,
      run: () => screen.change({ theme }),
    }))
}
