import type { AlertRow } from '../../../shared/contract/alert-rows'
import { listText, tCount } from '../../../shared/texts/t'
import { texts } from '../../../shared/texts/texts'
import { rowKeyOf } from '../../commands/row-keys'
import { Button } from '../../ui/button'
import { Key } from '../../ui/key'
import { TransCount } from '../../ui/trans'
import styles from './new-pages.module.css'

const text = texts.alerts.newPages
const NAMED = 3

/** PagerDuty incidents that came with the open incident and are in nobody's hands: one key links and acknowledges them. */
export function NewPages({ pages, onAll }: { readonly pages: readonly AlertRow[]; readonly onAll: () => void }) {
  if (pages.length === 0) return null
  const named = pages.slice(0, NAMED).map(({ title }) => title)
  const names = listText(pages.length > NAMED ? [...named, '…'] : named)
  return (
    <div className={styles.line}>
      <span className={styles.names} role="status" title={pages.map(({ title }) => title).join('\n')}>
        {tCount(text.told, pages.length, { names })}
      </span>
      <Button onClick={onAll}>
        <TransCount forms={text.offer} count={pages.length} parts={{ key: <Key quiet>{rowKeyOf.list.linkNew}</Key> }} />
      </Button>
    </div>
  )
}
