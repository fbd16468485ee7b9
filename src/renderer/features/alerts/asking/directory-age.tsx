import type { KeptAnswer, PageDirectory } from '../../../../shared/contract/people'
import { MINUTE } from '../../../../shared/lib/time'
import { say } from '../../../../shared/words/say'
import { words } from '../../../../shared/words/words'
import { useNow } from '../../../stores/cockpit'
import { saySpan } from '../../../ui/say-span'
import styles from '../alerts-pane.module.css'

/** How old the names are, once they are; with the vendor's words where it did not answer anew. */
export function DirectoryAge({ directory: { readAt, stale } }: { readonly directory: KeptAnswer<PageDirectory> }) {
  const now = useNow()
  if (stale === '' && now - readAt < MINUTE) return null
  const text = words.pages.create
  const span = saySpan(now - readAt)
  return <p className={styles.askedHint}>{say(stale === '' ? text.age : text.ageStale, { span, problem: stale })}</p>
}
