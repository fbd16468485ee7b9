import { BellOff, Volume1 } from 'lucide-react'
import { useStore } from 'zustand'
import { texts } from '../../../shared/texts/texts'
import { keyOf } from '../../commands/command-list'
import type { Announcement } from '../../stores/alarm-store'
import { useBrowserSettings, useCockpit, useSelection } from '../../stores/cockpit'
import { Key } from '../../ui/key'
import styles from './alarm-chip.module.css'

const text = texts.alarms

/** The last callout, and whether this window is muted or may not play sound yet. */
export function AlarmChip() {
  const { alarms, focus } = useCockpit()
  const { said, able } = useStore(alarms)
  const muted = useBrowserSettings(({ sound }) => sound === 'off')
  return (
    <>
      <output className={styles.said} data-sound={said?.sound}>
        {said !== null && <SaidWords said={said} />}
      </output>
      {muted && (
        <button type="button" className={styles.chip} title={text.mutedAbout} onClick={() => focus.request('mute')}>
          <BellOff size={14} aria-hidden="true" />
          <span className={styles.word}>{text.muted}</span> <Key quiet>{keyOf('mute')}</Key>
        </button>
      )}
      {!muted && !able && (
        <span className={styles.chip} title={text.waitingAbout}>
          <Volume1 size={14} aria-hidden="true" />
          <span className={styles.word}>{text.waiting}</span>
        </span>
      )}
    </>
  )
}

/** Names the incident if it is not the open one. */
function SaidWords({ said: { words: what, incident, title } }: { readonly said: Announcement }) {
  const open = useSelection(state => state.open)
  return (
    <>
      <strong>{what}</strong>
      {incident !== open && (
        <span className={styles.title} dir="auto">
          {title}
        </span>
      )}
    </>
  )
}
