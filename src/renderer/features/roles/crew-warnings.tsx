import { type KeyboardEvent, useState } from 'react'
import type { CrewWarning } from '../../../shared/domain/crew-warnings'
import { tCount } from '../../../shared/texts/t'
import { texts } from '../../../shared/texts/texts'
import { keyOf } from '../../commands/asked'
import { useCockpit } from '../../stores/cockpit'
import { Key } from '../../ui/key'
import styles from './crew.module.css'
import { crewWarningText } from './crew-warning-text'

/**
 * What is wrong besides gaps, which stand on the cards themselves; each with the key that leads out. One line, the
 * gravest, until somebody opens it: the cards must stay in sight.
 */
export function CrewWarnings({ warnings }: { readonly warnings: readonly CrewWarning[] }) {
  const { focus } = useCockpit()
  const [opened, setOpened] = useState(false)
  const others = warnings.filter(warning => warning.kind !== 'unfilled')
  if (others.length === 0) return null
  const close = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !opened) return
    event.preventDefault()
    setOpened(false)
  }
  return (
    <ul className={styles.warnings} aria-label={texts.roles.warnings} onKeyDown={close}>
      {(opened ? others : others.slice(0, 1)).map((warning, index) => {
        const [text, wayOut] = crewWarningText(warning)
        const assigns = warning.wayOut === 'assign'
        return (
          <li key={text} className={styles.warning} data-opened={opened || undefined}>
            {index === 0 ? (
              <button type="button" className={styles.opens} aria-expanded={opened} onClick={() => setOpened(!opened)}>
                <span className={styles.warningText} dir="auto">
                  {text}
                </span>
                {!opened && others.length > 1 && (
                  <span className={styles.more}>{tCount(texts.roles.moreWarnings, others.length - 1)}</span>
                )}
              </button>
            ) : (
              <span className={styles.warningText} dir="auto">
                {text}
              </span>
            )}
            <button
              type="button"
              className={styles.wayOut}
              onClick={() => void focus.request(assigns ? 'assign' : 'crew-add')}
            >
              {wayOut} <Key quiet>{keyOf(assigns ? 'assign' : 'crew-add')}</Key>
            </button>
          </li>
        )
      })}
    </ul>
  )
}
