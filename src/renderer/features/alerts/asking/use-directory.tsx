import { useEffect, useState } from 'react'
import type { Fault } from '../../../../shared/contract/faults'
import type { KeptAnswer, PageDirectory } from '../../../../shared/contract/people'
import type { ConnectionId } from '../../../../shared/domain/ids'
import type { Reply } from '../../../../shared/lib/reply'
import { MINUTE } from '../../../../shared/lib/time'
import { say } from '../../../../shared/words/say'
import { words } from '../../../../shared/words/words'
import { useCockpit, useNow } from '../../../stores/cockpit'
import { saySpan } from '../../../ui/say-span'
import styles from '../alerts-pane.module.css'

/** What a page can be made of, asked once the form is open; null until the answer. */
export function useDirectory(connection: ConnectionId): Reply<KeptAnswer<PageDirectory>, Fault> | null {
  const { link } = useCockpit()
  const [reply, setReply] = useState<Reply<KeptAnswer<PageDirectory>, Fault> | null>(null)
  useEffect(() => {
    let here = true
    void link.call('pages:directory', { connection }).then(told => here && setReply(told))
    return () => {
      here = false
    }
  }, [link, connection])
  return reply
}

/** How old the names are, once they are; with the vendor's words where it did not answer anew. */
export function DirectoryAge({ directory: { readAt, stale } }: { readonly directory: KeptAnswer<PageDirectory> }) {
  const now = useNow()
  if (stale === '' && now - readAt < MINUTE) return null
  const text = words.pages.create
  const span = saySpan(now - readAt)
  return <p className={styles.askedHint}>{say(stale === '' ? text.age : text.ageStale, { span, problem: stale })}</p>
}
