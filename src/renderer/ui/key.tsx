import styles from './key.module.css'

/** The face of a key. Said to a screen reader only where the words around it do not name the key. */
export function Key({ children, quiet = false }: { children: string; quiet?: boolean }) {
  return (
    <kbd className={styles.key} aria-hidden={quiet || undefined}>
      {children}
    </kbd>
  )
}
