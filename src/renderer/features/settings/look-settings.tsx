import { texts } from '../../../shared/texts/texts'
import { motions, sizes, themes, wallTurns } from '../../stores/browser-settings'
import { useBrowserSettings, useCockpit } from '../../stores/cockpit'
import { severityShapes } from '../../ui/severity-badge'
import { Pick } from './pick'
import type { Setting, SettingPart } from './setting'
import styles from './settings.module.css'

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

/** A small cockpit in the colours of a theme; for the system's theme, half of it in each. */
function ThemePicture({ theme }: { readonly theme: 'dark' | 'light' | 'contrast' | 'system' }) {
  if (theme !== 'system') return <Cockpit sample={theme} />
  return (
    <span className={styles.both} aria-hidden="true">
      <Cockpit sample="dark" />
      <span className={styles.half}>
        <Cockpit sample="light" />
      </span>
    </span>
  )
}

function Cockpit({ sample }: { readonly sample: 'dark' | 'light' | 'contrast' }) {
  return (
    <svg className={styles.picture} data-sample={sample} viewBox="0 0 96 56" aria-hidden="true">
      <rect className={styles.desk} width="96" height="56" />
      <rect className={styles.pane} x="3" y="3" width="90" height="13" rx="2" />
      <rect className={styles.plate} x="3" y="3" width="20" height="13" rx="2" />
      <path className={styles.shape} d={severityShapes['SEV-1']} transform="translate(9.4 5.8) scale(.45)" />
      <rect className={styles.ink} x="27" y="7" width="34" height="2.4" rx="1" />
      <rect className={styles.faint} x="27" y="11" width="22" height="1.8" rx="1" />
      <rect className={styles.warn} x="74" y="7" width="15" height="4.6" rx="1" />
      <rect className={styles.pane} x="3" y="19" width="52" height="34" rx="2" />
      <path className={styles.chart} d="M8 45 L16 42 L24 44 L32 33 L40 36 L50 24" />
      <rect className={styles.pane} x="58" y="19" width="35" height="34" rx="2" />
      <rect className={styles.ink} x="62" y="25" width="24" height="2" rx="1" />
      <rect className={styles.faint} x="62" y="31" width="27" height="2" rx="1" />
      <rect className={styles.good} x="62" y="37" width="16" height="2" rx="1" />
      <rect className={styles.faint} x="62" y="43" width="22" height="2" rx="1" />
    </svg>
  )
}
