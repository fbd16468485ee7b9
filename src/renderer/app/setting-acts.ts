import { t } from '../../shared/texts/t'
import { texts } from '../../shared/texts/texts'
import type { PaletteAct } from '../features/palette/palette-list'
import type { Cockpit } from '../stores/cockpit-stores'

const { backups, look, clock, sounds, engine, ways } = texts

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
  { name: engine.me, words: engine.meWords },
  { name: backups.name, words: backups.words },
  ...Object.values(ways).map(({ name, other }) => ({ name, words: other })),
]

/** [PA3] Each setting by its name and by the other words that the settings know it by. */
export function settingActs({ focus }: Cockpit): readonly PaletteAct[] {
  return settings.map(({ name, words: other }) => ({
    id: `setting:${name}`,
    name: t(texts.palette.setting, { name }),
    words: other,
    group: texts.keymap.groups.look,
    run: () => void focus.request('settings', name),
  }))
}
