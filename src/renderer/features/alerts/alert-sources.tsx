import { Tooltip } from '@mantine/core'
import type { FeedStatus } from '../../../shared/contract/feeds'
import { unreadAlerts } from '../../../shared/contract/feeds'
import { freshness } from '../../../shared/domain/freshness'
import { numberText, t, tCount } from '../../../shared/texts/t'
import { texts } from '../../../shared/texts/texts'
import { keyOf } from '../../commands/asked'
import { useBoard, useCockpit, useJudgedNow } from '../../stores/cockpit'
import { FreshnessBadge } from '../../ui/freshness-badge'
import { Key } from '../../ui/key'
import { TransCount } from '../../ui/trans'
import styles from './group-cells.module.css'

/** What rules keep off the screen is counted here; one key away stands who set them. */
export function HiddenChip({ onOpen }: { readonly onOpen: () => void }) {
  const hiding = useBoard(board => board.alerts.hiding)
  if (hiding.length === 0) return null
  const alerts = hiding.reduce((sum, rule) => sum + rule.alerts, 0)
  return (
    <button type="button" className={styles.chip} onClick={onOpen}>
      <TransCount
        forms={texts.alerts.hidden}
        count={hiding.length}
        parts={{ alerts: numberText(alerts), key: <Key quiet>{keyOf('noise')}</Key> }}
      />
    </button>
  )
}

const text = texts.alerts

/** [FR3] Alerts that are there and could not be read stand beside those that could; pressing it asks the sources anew. */
export function UnreadChip() {
  const feeds = useBoard(board => board.feeds)
  const { commands } = useCockpit()
  const unread = unreadAlerts(feeds)
  if (unread === 0) return null
  const why = feeds
    .filter(feed => isAlertFeed(feed) && feed.unread !== undefined)
    .map(({ name, reason }) => t(text.troubled, { name, reason }))
    .join('; ')
  return (
    <Tooltip label={why} multiline maw={420} withinPortal events={{ hover: true, focus: true, touch: true }}>
      <button
        type="button"
        className={styles.chip}
        data-tone="bad"
        aria-label={t(texts.feeds.askAgain, { feeds: why })}
        onClick={() => void commands.ask('alerts', 'feeds:refresh', {})}
      >
        {tCount(text.unread, unread)}
      </button>
    </Tooltip>
  )
}

/** [RU1] A quiet list is worth nothing where the rules behind it cannot see: how many cannot is said beside it. */
export function BlindChip() {
  const blind = useBoard(board => board.rules.reduce((sum, book) => sum + book.blind, 0))
  const { focus } = useCockpit()
  if (blind === 0) return null
  const said = tCount(texts.alerts.blind, blind)
  return (
    <button
      type="button"
      className={styles.chip}
      data-tone="bad"
      data-gives-way
      title={said}
      onClick={() => focus.request('rules')}
    >
      {said}
    </button>
  )
}

export const isAlertFeed = (feed: FeedStatus) => feed.what === 'alerts'

/** How old what each source says is: those in trouble by name, those that are well as one, for there may be many. */
export function AlertSources() {
  const feeds = useBoard(board => board.feeds).filter(isAlertFeed)
  const now = useJudgedNow()
  const aged = feeds.map(feed => ({ feed, fresh: freshness(feed, now) }))
  const well = aged.filter(({ fresh }) => fresh.state === 'fresh' && fresh.reason === '')
  const alone = well.length > 1 ? aged.filter(one => !well.includes(one)) : aged
  const oldest = well.toSorted((a, b) => (b.fresh.age ?? 0) - (a.fresh.age ?? 0))[0]
  return (
    <>
      {alone.map(({ feed, fresh }) => (
        <FreshnessBadge key={feed.id} label={feed.name} freshness={fresh} />
      ))}
      {well.length > 1 && oldest !== undefined && (
        <span title={well.map(({ feed }) => feed.name).join(', ')}>
          <FreshnessBadge label={tCount(texts.alerts.sources, well.length)} freshness={oldest.fresh} titled={false} />
        </span>
      )}
    </>
  )
}
