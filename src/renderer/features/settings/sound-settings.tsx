import { useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { texts } from '../../../shared/texts/texts'
import type { Sound } from '../../stores/alarm-store'
import { switches, volumes } from '../../stores/browser-settings'
import { useBrowserSettings, useCockpit } from '../../stores/cockpit'
import { Button } from '../../ui/button'
import textStyles from '../../ui/text.module.css'
import { Pick } from './pick'
import type { Setting, SettingPart } from './setting'
import styles from './settings.module.css'

const text = texts.sounds

export const soundSettings: readonly Setting[] = [
  { id: 'sound', place: 'screen', name: text.sound, about: text.soundAbout, words: text.soundWords, Part: SoundPart },
  {
    id: 'volume',
    place: 'screen',
    name: text.volume,
    about: text.volumeAbout,
    words: text.volumeWords,
    Part: VolumePart,
  },
  {
    id: 'call-outs',
    place: 'screen',
    name: text.callOuts,
    about: text.callOutsAbout,
    words: text.callOutsWords,
    Part: CallOutsPart,
  },
  {
    id: 'notices',
    place: 'screen',
    name: text.notices,
    about: text.noticesAbout,
    words: text.noticesWords,
    Part: NoticesPart,
  },
]

interface SwitchProps {
  readonly labelledBy: string
  readonly of: 'sound' | 'callOuts' | 'notices'
}

function Switch({ labelledBy, of }: SwitchProps) {
  const { screen } = useCockpit()
  const value = useBrowserSettings(settings => settings[of])
  return (
    <Pick
      labelledBy={labelledBy}
      order={switches}
      options={text.switches}
      value={value}
      onChange={chosen => screen.change({ [of]: chosen })}
    />
  )
}

function SoundPart({ labelledBy }: SettingPart) {
  return <Switch labelledBy={labelledBy} of="sound" />
}

function CallOutsPart({ labelledBy }: SettingPart) {
  return <Switch labelledBy={labelledBy} of="callOuts" />
}

/** Played as soon as it is chosen: a number would mean nothing. */
function VolumePart({ labelledBy }: SettingPart) {
  const { screen, alarms } = useCockpit()
  const volume = useBrowserSettings(settings => settings.volume)
  const hear = (sound: Sound) => alarms.setState({ asked: { sound } })
  return (
    <div className={styles.parts}>
      <Pick
        labelledBy={labelledBy}
        order={volumes}
        options={text.volumes}
        value={volume}
        onChange={chosen => {
          screen.change({ volume: chosen })
          hear('soft')
        }}
      />
      <Button tone="bare" onClick={() => hear('soft')}>
        {text.hearSoft}
      </Button>
      <Button tone="bare" onClick={() => hear('loud')}>
        {text.hearLoud}
      </Button>
    </div>
  )
}

function NoticesPart({ labelledBy }: SettingPart) {
  const [permission, setPermission] = useState(permissionNow)
  const here = useRef<HTMLDivElement>(null)
  const ask = async () => {
    const answer = await Notification.requestPermission()
    flushSync(() => setPermission(answer))
    // The button that had the focus is gone.
    here.current?.querySelector<HTMLElement>('input:checked')?.focus()
  }
  return (
    <div ref={here} className={styles.parts}>
      {permission === 'default' && <Button onClick={() => void ask()}>{text.allow}</Button>}
      {permission !== 'granted' && permission !== 'default' && (
        <span className={textStyles.soft}>{text.permissions[permission]}</span>
      )}
      {permission === 'granted' && <Switch labelledBy={labelledBy} of="notices" />}
    </div>
  )
}

/** `own`: the desktop app's engine shows notifications itself, and needs no browser permission. */
function permissionNow(): NotificationPermission | 'own' | 'none' {
  if ('quarterdeck' in window) return 'own'
  return typeof Notification === 'undefined' ? 'none' : Notification.permission
}
