import styles from './letters.module.css'

/** What is typed to mean a role. */
export function Letters({ letters, filled }: { readonly letters: string; readonly filled: boolean }) {
  return (
    <span className={styles.letters} data-filled={filled}>
      {letters}
    </span>
  )
}
