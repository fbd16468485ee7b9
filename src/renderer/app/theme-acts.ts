import { t } from '../../shared/texts/t'
import { texts } from '../../shared/texts/texts'
import type { PaletteAct } from '../features/palette/palette-list'
import type { Cockpit } from '../stores/cockpit-stores'
import { themes } from '../stores/screen-settings'

/** The themes that this screen does not wear now, for the palette. */
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
