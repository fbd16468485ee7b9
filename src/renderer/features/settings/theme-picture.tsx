import { severityShapes } from '../../ui/severity-badge'
import styles from './theme-picture.module.css'

/** A small cockpit in the colours of a theme; of the system's, half of it in each. */
export function ThemePicture({ theme }: { readonly theme: 'dark' | 'light' | 'contrast' | 'system' }) {
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
