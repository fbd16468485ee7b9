import type { AlertRow } from '../../../shared/contract/alert-rows'
import type { RecordedRequest } from '../../../shared/domain/vendor-request'
import { texts } from '../../../shared/texts/texts'
import { useAskedActs } from '../../stores/asked-acts'
import { useActs, useShownThere } from '../../stores/use-acts'
import { Button } from '../../ui/button'
import { Key } from '../../ui/key'
import { AGAIN_KEY, SettleChoices } from '../../ui/settle-choices'
import { Trans } from '../../ui/trans'
import { actShown } from './page-acts'
import styles from './page-standing.module.css'

/** What asks for a person's word on the row that has the keyboard: why, what the other side shows, and what can be said. */
export function PageWord({ row }: { readonly row: AlertRow }) {
  const act = actShown(row, useAskedActs())
  if (act?.standing.state === 'failed') return <Failed act={act} reason={act.standing.reason} />
  if (act?.standing.state === 'unknown') return <Unknown act={act} reason={act.standing.reason} />
  return null
}

interface PartProps {
  readonly act: RecordedRequest
  readonly reason: string
}

function Failed({ act, reason }: PartProps) {
  const { settle } = useActs('alerts')
  return (
    <div className={styles.word}>
      <span className={styles.facts}>{reason}</span>
      <Button onClick={() => void settle(act.id, 'send-again')}>
        <Trans text={texts.pages.again} parts={{ key: <Key quiet>{AGAIN_KEY}</Key> }} />
      </Button>
    </div>
  )
}

function Unknown({ act, reason }: PartProps) {
  const { settle } = useActs('alerts')
  const there = useShownThere(act.what)
  return (
    <div className={styles.word}>
      <span className={styles.facts}>
        {reason} <span>{there}</span>
      </span>
      <span className={styles.choices}>
        <SettleChoices onSettle={word => void settle(act.id, word)} />
      </span>
    </div>
  )
}
