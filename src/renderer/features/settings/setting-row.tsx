import { useId } from 'react'
import type { Setting } from './setting'
import styles from './settings.module.css'

/** A setting: its name, what it does, and at the right what changes it. */
export function SettingRow({ setting: { name, about, wide = false, Part } }: { readonly setting: Setting }) {
  const id = useId()
  return (
    <div className={styles.row} data-setting data-wide={wide}>
      <div className={styles.what}>
        <h4 id={id} className={styles.name}>
          {name}
        </h4>
        <p className={styles.about}>{about}</p>
      </div>
      <Part labelledBy={id} />
    </div>
  )
}
