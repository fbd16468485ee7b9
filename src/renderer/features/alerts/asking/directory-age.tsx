import type { KeptAnswer, PageDirectory } from '../../../../shared/contract/people'
import { MINUTE } from '../../../../shared/lib/time'
import { t } from '../../../../shared/texts/t'
import { texts } from '../../../../shared/texts/texts'
import { useNow } from '../../../stores/cockpit'
import { spanText } from '../../../ui/span-text'
import styles from '../alerts-pane.module.css'

/** How old the names are, once they are; with the vendor's words where it did not answer anew. */
export function DirectoryAge({ directory: { readAt, stale } }: { readonly directory: KeptAnswer<PageDirectory> }) {
  const now = useNow()
  if (stale === '' && now - readAt < MINUTE) return null
  const text = texts.pages.create
  const span = spanText(now - readAt)
  return <p className={styles.askedHint}>{t(stale === '' ? text.age : text.ageStale, { span, problem: stale })}</p>
}
