import { freshness } from '../../../shared/domain/freshness'
import { say } from '../../../shared/words/say'
import { words } from '../../../shared/words/words'
import { useBoard, useNow } from '../../stores/cockpit'
import { EmptyState } from '../../ui/empty-state'
import { Key } from '../../ui/key'
import { Said } from '../../ui/said'
import { isAlertFeed } from './alert-sources'

const text = words.alerts

/** "Nothing" is only said when every source has said so. */
export function NoAlerts() {
  const feeds = useBoard(board => board.feeds).filter(isAlertFeed)
  const now = useNow()
  const silent = feeds.filter(feed => freshness(feed, now).state !== 'fresh' || feed.reason !== '')
  if (feeds.length === 0) {
    return (
      <EmptyState title={text.notConnected}>
        <Said text={text.connect} parts={{ key: <Key>,</Key> }} />
      </EmptyState>
    )
  }
  if (silent.length === 0) return <EmptyState title={text.none} />
  return (
    <EmptyState title={text.notAllAnswer}>
      {silent.map(({ name, reason }) => say(reason === '' ? text.silent : text.troubled, { name, reason })).join(' · ')}
    </EmptyState>
  )
}

/** There are alerts, but none of them is to be seen. */
export function NoneShown({ filtered, grouped }: { readonly filtered: boolean; readonly grouped: boolean }) {
  if (!filtered) {
    return (
      <EmptyState title={text.allHidden}>
        <Said text={text.allHiddenHow} parts={{ key: <Key>N</Key> }} />
      </EmptyState>
    )
  }
  return (
    <EmptyState title={grouped ? text.noGroupFits : text.noneFits}>
      <Said text={grouped ? text.noGroupFitsHow : text.noneFitsHow} parts={{ key: <Key>Esc</Key> }} />
    </EmptyState>
  )
}
