import { freshness } from '../../../shared/domain/freshness'
import { t } from '../../../shared/texts/t'
import { texts } from '../../../shared/texts/texts'
import { keyOf } from '../../commands/asked'
import { useBoard, useEngineQuiet, useJudgedNow, useSession } from '../../stores/cockpit'
import { EmptyState } from '../../ui/empty-state'
import { freshnessText } from '../../ui/freshness-badge'
import { Key } from '../../ui/key'
import { Trans } from '../../ui/trans'
import { isAlertFeed } from './alert-sources'

const text = texts.alerts

/** "Nothing" is only said when every source has said so. */
export function NoAlerts() {
  const feeds = useBoard(board => board.feeds).filter(isAlertFeed)
  const now = useJudgedNow()
  const quiet = useEngineQuiet()
  const lost = useSession(session => session.link !== 'open' && session.link !== 'connecting')
  const aged = feeds.map(feed => ({ name: feed.name, fresh: freshness(feed, now) }))
  const silent = aged.filter(({ fresh }) => fresh.state !== 'fresh' || fresh.reason !== '')
  if (feeds.length === 0) {
    return (
      <EmptyState title={text.notConnected}>
        <Trans text={text.connect} parts={{ key: <Key>{keyOf('connections')}</Key> }} />
      </EmptyState>
    )
  }
  if (quiet || lost) return <EmptyState title={text.notHeard} />
  if (silent.length === 0) return <EmptyState title={text.none} />
  return (
    <EmptyState title={silent.every(({ fresh }) => fresh.state === 'waiting') ? text.notYetRead : text.notAllAnswer}>
      {silent
        .map(({ name, fresh }) => t(text.troubled, { name, reason: fresh.reason || freshnessText(fresh) }))
        .join(' · ')}
    </EmptyState>
  )
}

/** There are alerts, but none of them is to be seen. */
export function NoneShown({ filtered, grouped }: { readonly filtered: boolean; readonly grouped: boolean }) {
  if (!filtered) {
    return (
      <EmptyState title={text.allHidden}>
        <Trans text={text.allHiddenHow} parts={{ key: <Key>{keyOf('noise')}</Key> }} />
      </EmptyState>
    )
  }
  return (
    <EmptyState title={grouped ? text.noGroupFits : text.noneFits}>
      <Trans text={grouped ? text.noGroupFitsHow : text.noneFitsHow} parts={{ key: <Key>Esc</Key> }} />
    </EmptyState>
  )
}
