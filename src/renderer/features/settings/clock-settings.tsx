import { Select } from '@mantine/core'
import { useState } from 'react'
import { t } from '../../../shared/texts/t'
import { texts } from '../../../shared/texts/texts'
import { hours } from '../../stores/browser-settings'
import { useBrowserSettings, useCockpit, useNow } from '../../stores/cockpit'
import { useClockFace } from '../../ui/clock-face'
import { Pick } from './pick'
import type { Setting, SettingPart } from './setting'
import styles from './settings.module.css'

const text = texts.clock

export const clockSettings: readonly Setting[] = [
  { id: 'hours', place: 'screen', name: text.hours, about: text.hoursAbout, words: text.hoursWords, Part: HoursPart },
  {
    id: 'zone',
    place: 'screen',
    name: text.zone,
    about: text.zoneAbout,
    About: ZoneAbout,
    words: text.zoneWords,
    Part: ZonePart,
  },
]

function HoursPart({ labelledBy }: SettingPart) {
  const { screen } = useCockpit()
  const value = useBrowserSettings(settings => settings.hours)
  return (
    <Pick
      labelledBy={labelledBy}
      order={hours}
      options={text.hoursNames}
      value={value}
      onChange={chosen => screen.change({ hours: chosen })}
    />
  )
}

/** The cockpit's clock in its current format, so that a choice shows its effect at once. */
function ZoneAbout() {
  const clock = useClockFace()
  return t(text.zoneAbout, { now: clock.full(useNow()) })
}

function ZonePart({ labelledBy }: SettingPart) {
  const { screen } = useCockpit()
  const zone = useBrowserSettings(settings => settings.zone)
  const [zones] = useState(knownZones)
  return (
    <Select
      aria-labelledby={labelledBy}
      className={styles.select}
      searchable
      allowDeselect={false}
      limit={60}
      nothingFoundMessage={text.noZone}
      comboboxProps={{ transitionProps: { duration: 0 } }}
      data={zones}
      value={zone}
      onChange={chosen => chosen !== null && screen.change({ zone: chosen })}
      // The first typed letter replaces what is there.
      onFocus={event => event.currentTarget.select()}
    />
  )
}

function knownZones() {
  const own = Intl.DateTimeFormat().resolvedOptions().timeZone
  return [
    { value: 'UTC', label: text.zoneNames.UTC },
    { value: 'local', label: t(text.zoneNames.local, { name: own }) },
    ...Intl.supportedValuesOf('timeZone')
      .filter(name => name !== 'UTC')
      .map(name => ({ value: name, label: name.replaceAll('_', ' ') })),
  ]
}
