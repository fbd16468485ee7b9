import type { FeedStatus } from '../../../shared/contract/feeds'
import { freshness } from '../../../shared/domain/freshness'
import { tCount } from '../../../shared/texts/t'
import { texts } from '../../../shared/texts/texts'
import { useBoard, useJudgedNow } from '../../stores/cockpit'
import { FreshnessBadge } from '../../ui/freshness-badge'

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
