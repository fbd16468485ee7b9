import { Search } from 'lucide-react'
import { type KeyboardEvent, useId, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { t } from '../../../shared/texts/t'
import { texts } from '../../../shared/texts/texts'
import type { CommandId } from '../../commands/command-list'
import { useCockpit } from '../../stores/cockpit'
import { Dialog } from '../../ui/dialog'
import type { DialogPart } from '../../ui/on-demand'
import textStyles from '../../ui/text.module.css'
import { backupSetting } from './backup-setting'
import { clockSettings } from './clock-settings'
import { engineSettings } from './engine-settings'
import { lookSettings } from './look-settings'
import { methodSetting } from './method-setting'
import { recordCheckSetting } from './record-check-setting'
import { type Setting, settingsFor } from './setting'
import styles from './settings.module.css'
import { soundSettings } from './sound-settings'
import { waysOfEngine, waysOfScreen } from './way-settings'

const text = texts.settings

/** A side sheet, so that the cockpit behind shows at once what a change does. */
export function SettingsDialog({ opened, onClose }: DialogPart) {
  const { focus } = useCockpit()
  const leaveFor = (place: CommandId) => {
    // The focus must be back where it was before the next dialog takes it.
    flushSync(onClose)
    focus.request(place)
  }
  return (
    <Dialog general opened={opened} onClose={onClose} title={texts.settings.title} placement="side" width={600}>
      <SettingsSheet asked={focus.getState().about} leaveFor={leaveFor} />
    </Dialog>
  )
}

interface SheetProps {
  /** The name of the requested setting; empty: all of them. */
  readonly asked?: string
  readonly leaveFor: (place: CommandId) => void
}

/** All settings, found by typing, changed by arrows, without a save button. */
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

/** Every setting, in the order of the sheet. */
export const allSettings: readonly Setting[] = [
  ...lookSettings,
  ...clockSettings,
  ...soundSettings,
  ...waysOfScreen,
  ...engineSettings,
  methodSetting,
  backupSetting,
  recordCheckSetting,
  ...waysOfEngine,
]

const places = [
  { place: 'screen', title: text.thisScreen, about: text.thisScreenAbout },
  { place: 'engine', title: text.thisEngine, about: text.thisEngineAbout },
] as const

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
        <p className={textStyles.quiet}>{about}</p>
      </header>
      {settings.map(setting => (
        <SettingRow key={setting.id} setting={setting} leaveFor={leaveFor} />
      ))}
    </section>
  )
}

interface SettingRowProps {
  readonly setting: Setting
  readonly leaveFor: (place: CommandId) => void
}

/** A setting: its name, what it does, and on the right its control. */
function SettingRow({ setting, leaveFor }: SettingRowProps) {
  const id = useId()
  const { name, about, About, wide = false, Part } = setting
  return (
    <div className={styles.row} data-setting data-wide={wide}>
      <div className={styles.what}>
        <h4 id={id} className={styles.name}>
          {name}
        </h4>
        <p className={textStyles.soft}>{About === undefined ? about : <About />}</p>
      </div>
      <Part labelledBy={id} leaveFor={leaveFor} />
    </div>
  )
}

const HELD = 'input:checked, input:not([type="radio"], [type="hidden"]), button'

/**
 * The up and down arrows go from one setting to the next and, above the first, to the search; `/` goes there from
 * anywhere. An open list handles its own arrows.
 */
function moveInSheet(event: KeyboardEvent, sheet: HTMLElement): void {
  const { target } = event
  if (event.defaultPrevented || !(target instanceof HTMLElement)) return
  const search = sheet.querySelector<HTMLElement>('[data-search]')
  const types = target instanceof HTMLInputElement && target.type === 'text'
  if (event.key === '/' && !types) {
    event.preventDefault()
    search?.focus()
    return
  }
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
  if (step === 0 || opensList(target)) return
  event.preventDefault()
  // Otherwise it would open a closed list.
  event.stopPropagation()
  const rows = [...sheet.querySelectorAll<HTMLElement>('[data-setting]')]
  const at = rows.findIndex(row => row.contains(target))
  const next = at + step < 0 ? search : rows[at + step]?.querySelector<HTMLElement>(HELD)
  next?.focus()
}

/** Whether a list is open at a field, which then handles the arrows and Esc itself. */
function opensList(target: EventTarget): boolean {
  return target instanceof Element && target.hasAttribute('data-mantine-stop-propagation')
}
