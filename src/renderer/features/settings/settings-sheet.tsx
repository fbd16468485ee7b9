import { Search } from 'lucide-react'
import { type KeyboardEvent, useRef, useState } from 'react'
import { t } from '../../../shared/texts/t'
import { texts } from '../../../shared/texts/texts'
import type { CommandId } from '../../stores/focus-store'
import { backupSetting } from './backup-setting'
import { clockSettings } from './clock-settings'
import { engineSettings } from './engine-settings'
import { lookSettings } from './look-settings'
import { moveInSheet, opensList } from './move-in-sheet'
import { recordCheckSetting } from './record-check-setting'
import { type Setting, settingsFor } from './setting'
import { SettingRow } from './setting-row'
import styles from './settings.module.css'
import { soundSettings } from './sound-settings'
import { waysOfEngine, waysOfScreen } from './way-settings'

const text = texts.settings
/** Every setting, in the order of the sheet. */
export const allSettings: readonly Setting[] = [
  ...lookSettings,
  ...clockSettings,
  ...soundSettings,
  ...waysOfScreen,
  ...engineSettings,
  backupSetting,
  recordCheckSetting,
  ...waysOfEngine,
]

const places = [
  { place: 'screen', title: text.thisScreen, about: text.thisScreenAbout },
  { place: 'engine', title: text.thisEngine, about: text.thisEngineAbout },
] as const

interface SheetProps {
  /** The name of the setting that was asked for; empty: all of them. */
  readonly asked?: string
  readonly leaveFor: (place: CommandId) => void
}

/** Everything that can be chosen, found by typing, changed by arrows, without a button that saves. */
export function SettingsSheet({ asked = '', leaveFor }: SheetProps) {
  const [query, setQuery] = useState(asked)
  const sheet = useRef<HTMLDivElement>(null)
  const shown = settingsFor(query, allSettings)
  const press = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && query !== '' && !opensList(event.target)) {
      event.preventDefault()
      setQuery('')
    } else if (sheet.current !== null) moveInSheet(event, sheet.current)
  }
  return (
    <div ref={sheet} className={styles.sheet} data-fills onKeyDownCapture={press}>
      <label className={styles.search}>
        <Search aria-hidden="true" size={16} />
        <input
          data-autofocus
          data-search
          className={styles.query}
          type="text"
          aria-label={text.search}
          placeholder={text.searchHint}
          autoComplete="off"
          spellCheck={false}
          value={query}
          onChange={event => setQuery(event.currentTarget.value)}
        />
        <output className={styles.count}>
          {query === '' ? '' : t(text.count, { count: shown.length, all: allSettings.length })}
        </output>
      </label>
      <div className={styles.list}>
        {places.map(({ place, title, about }) => (
          <Section
            key={place}
            title={title}
            about={about}
            settings={shown.filter(one => one.place === place)}
            leaveFor={leaveFor}
          />
        ))}
        {shown.length === 0 && <p className={styles.none}>{t(text.none, { query: query.trim() })}</p>}
      </div>
      <p className={styles.keys}>{text.keys}</p>
    </div>
  )
}

interface SectionProps {
  readonly title: string
  readonly about: string
  readonly settings: readonly Setting[]
  readonly leaveFor: (place: CommandId) => void
}

function Section({ title, about, settings, leaveFor }: SectionProps) {
  if (settings.length === 0) return null
  return (
    <section className={styles.place} aria-label={title}>
      <header className={styles.placeHead}>
        <h3 className={styles.placeTitle}>{title}</h3>
        <p className={styles.placeAbout}>{about}</p>
      </header>
      {settings.map(setting => (
        <SettingRow key={setting.id} setting={setting} leaveFor={leaveFor} />
      ))}
    </section>
  )
}
