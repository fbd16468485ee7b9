import type { ListedAlert } from '../../../shared/contract/alert-list'
import type { AlertRow } from '../../../shared/contract/alert-rows'
import { t } from '../../../shared/texts/t'
import { texts } from '../../../shared/texts/texts'
import { useRecord } from '../../stores/cockpit'
import type { Column } from '../../tables/sorted-rows'
import { Button } from '../../ui/button'
import { Key } from '../../ui/key'
import { Trans } from '../../ui/trans'
import { BeganCell, ServiceCell, SinceCell, SourceCell, StateCell, TitleCell, UrgencyCell } from './alert-cells'
import { byAlertStart, byAlertUrgency, rowActionFor } from './alert-order'
import styles from './alerts-pane.module.css'

/** The row's action and its key. Visible on the row that has the focus or the pointer. */
function RowAction({ row, onAct }: { readonly row: AlertRow; readonly onAct: (row: AlertRow) => void }) {
  const incident = useRecord(record => record.incident)
  const act = rowActionFor(row, incident)
  if (act === 'linked') return null
  const text = texts.alerts
  const declares = act === 'declare'
  return (
    <Button
      tone="bare"
      className={styles.act ?? ''}
      onClick={() => onAct(row)}
      aria-label={t(declares ? text.takeRow : text.linkRow, { title: row.title })}
    >
      <Trans
        text={declares ? text.take : text.link}
        parts={{
          key: (
            <Key quiet of="alerts">
              ↵
            </Key>
          ),
        }}
      />
    </Button>
  )
}

const titles = texts.alerts.columns

const byText = (of: (row: ListedAlert) => string | null | undefined) => (a: ListedAlert, b: ListedAlert) => {
  const [one, other] = [of(a) ?? '', of(b) ?? '']
  if (one === other) return 0
  // Empty values sort last.
  if (one === '' || other === '') return one === '' ? 1 : -1
  return one < other ? -1 : 1
}

/** Columns with `extra` are shown only when the user chooses them. */
const facts: readonly Column<ListedAlert>[] = [
  {
    id: 'urgency',
    title: titles.urgency,
    width: 88,
    narrow: 34,
    cell: row => <UrgencyCell urgency={row.urgency} source={row.connection} />,
    order: byAlertUrgency,
  },
  {
    id: 'title',
    title: titles.title,
    width: 0,
    wide: true,
    cell: (row, { gone }) => <TitleCell row={row} gone={gone} />,
    order: byText(row => row.title.toLowerCase()),
  },
  {
    id: 'service',
    title: titles.service,
    width: 124,
    minor: true,
    cell: row => <ServiceCell row={row} />,
    order: byText(row => row.service),
  },
  {
    id: 'source',
    title: titles.source,
    width: 120,
    minor: 'most',
    cell: row => <SourceCell row={row} />,
    order: byText(row => row.connection),
  },
  {
    id: 'state',
    title: titles.state,
    width: 108,
    cell: row => <StateCell state={row.state} hush={row.hush} source={row.connection} />,
    order: byText(row => row.state),
  },
  {
    id: 'cause',
    title: titles.cause,
    width: 140,
    extra: true,
    cell: row => <span className={styles.service}>{row.cause ?? ''}</span>,
    order: byText(row => row.cause),
  },
  {
    id: 'severity',
    title: titles.severity,
    width: 76,
    extra: true,
    cell: row => row.severity ?? '',
    order: byText(row => row.severity),
  },
  {
    id: 'began',
    title: titles.began,
    width: 138,
    extra: true,
    align: 'end',
    cell: row => <BeganCell at={row.startedAt} />,
    order: byAlertStart,
  },
]

/** Every column of the list of single alerts. The last one has the row's action. */
export function alertColumns(onAct: (row: ListedAlert) => void): readonly Column<ListedAlert>[] {
  return [
    ...facts,
    {
      id: 'since',
      title: titles.since,
      width: 72,
      align: 'end',
      order: byAlertStart,
      cell: (row, { gone }) => (
        <span className={styles.since}>
          <SinceCell at={row.startedAt} />
          {!gone && <RowAction row={row} onAct={onAct} />}
        </span>
      ),
    },
  ]
}

/** The orders that the list can be sorted by. */
export const alertOrders = alertColumns(() => undefined)
