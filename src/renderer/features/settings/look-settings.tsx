import { texts } from '../../../shared/texts/texts'
import { motions, sizes, themes, wallTurns } from '../../stores/browser-settings'
import { useBrowserSettings, useCockpit } from '../../stores/cockpit'
import { Pick } from './pick'
import type { Setting, SettingPart } from './setting'
import styles from './settings.module.css'
import { ThemePicture } from './theme-picture'

const text = texts.look

export const lookSettings: readonly Setting[] = [
  {
    id: 'theme',
    place: 'screen',
    name: text.theme,
    about: text.themeAbout,
    words: text.themeWords,
    wide: true,
    Part: ThemePart,
  },
  { id: 'size', place: 'screen', name: text.size, about: text.sizeAbout, words: text.sizeWords, Part: SizePart },
  {
    id: 'motion',
    place: 'screen',
    name: text.motion,
    about: text.motionAbout,
    words: text.motionWords,
    Part: MotionPart,
  },
  { id: 'wall', place: 'screen', name: text.wall, about: text.wallAbout, words: text.wallWords, Part: WallPart },
]

function ThemePart({ labelledBy }: SettingPart) {
  const { screen } = useCockpit()
  const theme = useBrowserSettings(settings => settings.theme)
  const option = (of: (typeof themes)[number]) => (
    <>
      <ThemePicture theme={of} />
      {text.themes[of]}
    </>
  )
  return (
    <Pick
      labelledBy={labelledBy}
      order={themes}
      options={{
        system: option('system'),
        dark: option('dark'),
        light: option('light'),
        contrast: option('contrast'),
      }}
      value={theme}
      onChange={chosen => screen.change({ theme: chosen })}
      pictures
    />
  )
}

function SizePart({ labelledBy }: SettingPart) {
  const { screen } = useCockpit()
  const size = useBrowserSettings(settings => settings.size)
  const option = (of: (typeof sizes)[number]) => (
    <>
      <span className={styles.letters} data-of={of} aria-hidden="true">
        {text.sizeSample}
      </span>
      {text.sizes[of]}
    </>
  )
  return (
    <Pick
      labelledBy={labelledBy}
      order={sizes}
      options={{ compact: option('compact'), normal: option('normal'), large: option('large') }}
      value={size}
      onChange={chosen => screen.change({ size: chosen })}
    />
  )
}

function MotionPart({ labelledBy }: SettingPart) {
  const { screen } = useCockpit()
  const motion = useBrowserSettings(settings => settings.motion)
  return (
    <Pick
      labelledBy={labelledBy}
      order={motions}
      options={text.motions}
      value={motion}
      onChange={chosen => screen.change({ motion: chosen })}
    />
  )
}

function WallPart({ labelledBy }: SettingPart) {
  const { screen } = useCockpit()
  const wall = useBrowserSettings(settings => settings.wall)
  return (
    <Pick
      labelledBy={labelledBy}
      order={wallTurns}
      options={text.wallTurns}
      value={wall}
      onChange={chosen => screen.change({ wall: chosen })}
    />
  )
}
