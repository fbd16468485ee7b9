import { listText, t } from '../../shared/texts/t'
import { texts } from '../../shared/texts/texts'
import { bindingFor, type KeyBinding, mayFollow } from '../commands/keymap'
import { isField } from '../ui/is-field'
import { Key } from '../ui/key'
import styles from './frame.module.css'

const text = texts.keymap

export interface TwoKeys {
  /** Handles the first key of two; returns false where it is none. */
  begin(press: KeyboardEvent): boolean
  stop(): void
}

const modifiers: ReadonlySet<string> = new Set(['Shift', 'Control', 'Alt', 'Meta', 'AltGraph', 'CapsLock'])

/**
 * [KW5] Commands of two keys. The second is handled before everything else on the page, so that a focused row does not
 * use it; a key that does not follow, a click and a field end the wait and do nothing.
 * @param show the first key while its second is awaited, null otherwise
 */
export function listenForTwo(
  page: Document,
  { act, show, refuse }: { act(found: KeyBinding): void; show(first: string | null): void; refuse(why: string): void },
): TwoKeys {
  let first: string | null = null
  const wait = (next: string | null) => {
    first = next
    show(next)
  }
  const press = (event: KeyboardEvent) => {
    if (first === null || modifiers.has(event.key)) return
    const began = first
    wait(null)
    if (isField(event.target)) return
    // Read before `preventDefault`: a press that is already prevented was handled elsewhere.
    const found = bindingFor(event, false, began)
    event.preventDefault()
    event.stopImmediatePropagation()
    if (found !== undefined) act(found)
    else if (event.key !== 'Escape') refuse(notFollowing(began, event.key))
  }
  const drop = () => {
    if (first !== null) wait(null)
  }
  page.addEventListener('keydown', press, { capture: true })
  page.addEventListener('pointerdown', drop)
  return {
    begin(event) {
      const plain = !event.ctrlKey && !event.metaKey && !event.altKey && !event.defaultPrevented
      if (!plain || isField(event.target) || mayFollow(event.key).length === 0) return false
      wait(event.key)
      return true
    },
    stop() {
      page.removeEventListener('keydown', press, { capture: true })
      page.removeEventListener('pointerdown', drop)
    },
  }
}

function notFollowing(first: string, key: string): string {
  const keys = listText(mayFollow(first).map(secondOf))
  return t(text.followsNothing, { key: `${first} ${key}`, first, keys })
}

function secondOf({ key }: KeyBinding): string {
  return key.slice(key.indexOf(' ') + 1)
}

/** The keys that may follow the first of two, shown until the second is pressed. */
export function SecondKeys({ first }: { readonly first: string | null }) {
  if (first === null) return null
  return (
    <div className={styles.hint} role="status">
      <strong>{t(text.follows, { key: first })}</strong>
      <ul className={styles.list}>
        {mayFollow(first).map(binding => (
          <li key={binding.key} className={styles.line}>
            <Key>{secondOf(binding)}</Key> {binding.does}
          </li>
        ))}
      </ul>
    </div>
  )
}
