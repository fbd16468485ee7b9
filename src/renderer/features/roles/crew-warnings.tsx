import type { CrewWarning } from '../../../shared/domain/crew-warnings'
import { words } from '../../../shared/words/words'
import { useCockpit } from '../../stores/cockpit'
import { Key } from '../../ui/key'
import styles from './crew.module.css'
import { sayWarning } from './say-warning'

/** What is wrong besides gaps, which stand on the cards themselves; each with the key that leads out. */
export function CrewWarnings({ warnings }: { readonly warnings: readonly CrewWarning[] }) {
  const { focus } = useCockpit()
  const others = warnings.filter(warning => warning.kind !== 'unfilled')
  if (others.length === 0) return null
  return (
    <ul className={styles.warnings} aria-label={words.roles.warnings}>
      {others.map(warning => {
        const [text, wayOut] = sayWarning(warning)
        const assigns = warning.wayOut === 'assign'
        return (
          <li key={text} className={styles.warning}>
            <span className={styles.warningText} dir="auto">
              {text}
            </span>
            <button
              type="button"
              className={styles.wayOut}
              onClick={() => void focus.request(assigns ? 'assign' : 'crew-add')}
            >
              {wayOut} <Key quiet>{assigns ? 'a' : 'A'}</Key>
            </button>
          </li>
        )
      })}
    </ul>
  )
}
