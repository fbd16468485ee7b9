import { useState } from 'react'
import { newId, type OutboxItemId } from '../../../../shared/domain/ids'
import { texts } from '../../../../shared/texts/texts'
import { useFault } from '../../../stores/cockpit'
import { useActs } from '../../../stores/use-acts'
import { useOnce } from '../../../stores/use-once'
import { FaultNote } from '../../../ui/fault-note'
import { Finder } from '../../../ui/finder'
import styles from '../alerts-pane.module.css'
import { pageOf } from '../page-acts'
import type { AskProps } from './ask-props'
import { noPeopleText, type Offer } from './offered'
import { PeopleProblem } from './people-problem'
import { useOffers } from './use-offers'

const text = texts.pages

/** Hands a page to somebody else, or to an escalation policy: two letters, Enter. */
export function ReassignForm({ row, onDone }: AskProps) {
  const { ask } = useActs('alerts')
  const once = useOnce()
  const fault = useFault('alerts')
  const [query, setQuery] = useState('')
  const [act] = useState(() => newId<OutboxItemId>())
  const { groups, problem } = useOffers(row.connection, query, true)
  const give = ({ id, name, type }: Offer) => {
    const page = pageOf(row)
    if (page === undefined) return
    once(act, async () => {
      if (await ask({ kind: 'page-reassign', ...page, to: { id, name, type } }, act)) onDone()
    })
  }
  return (
    <div className={styles.asked}>
      <p className={styles.taken}>{row.title}</p>
      <Finder
        label={text.reassign.to}
        placeholder={text.twoLetters}
        groups={groups}
        words={query}
        onWords={setQuery}
        onPick={give}
        empty={noPeopleText(query)}
      />
      <PeopleProblem problem={problem} />
      <FaultNote fault={fault} />
      <p className={styles.askedHint}>{text.reassign.hint}</p>
    </div>
  )
}
