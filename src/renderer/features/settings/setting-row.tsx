import { useId } from 'react'
import type { CommandId } from '../../stores/focus-store'
import type { Setting } from './setting'
import styles from './settings.module.css'

export interface SettingRowProps {
  readonly setting: Setting
  readonly leaveFor: (place: CommandId) => void
}

/** A setting: its name, what it does, and at the right what changes it. */
export function SettingRow({ setting, leaveFor }: SettingRowProps) {
  const id = useId()
  const { name, about, About, wide = false, Part } = setting
  return (
    <div className={styles.row} data-setting data-wide={wide}>
      <div className={styles.what}>
        <h4 id={id} className={styles.name}>
          {name}
        </h4>
        <p className={styles.about}>{About === undefined ? about : <About />}</p>
      </div>
      <Part labelledBy={id} leaveFor={leaveFor} />
    </div>
  )
}
