import { freshness } from '../../../shared/domain/freshness'
import { useBoard, useNow } from '../../stores/cockpit'
import { EmptyState } from '../../ui/empty-state'
import { Key } from '../../ui/key'
import { isAlertFeed } from './alert-sources'

/** "Nothing" is only said when every source has said so. */
export function NoAlerts() {
  const feeds = useBoard(board => board.feeds).filter(isAlertFeed)
  const now = useNow()
  const silent = feeds.filter(feed => freshness(feed, now).state !== 'fresh')
  if (feeds.length === 0) {
    return (
      <EmptyState title="Open pages and firing alerts stand here, the loudest first.">
        Connect PagerDuty, Grafana, Prometheus or Alertmanager with <Key>,</Key>
      </EmptyState>
    )
  }
  if (silent.length === 0) return <EmptyState title="Nothing is firing, and nobody is paged." />
  return (
    <EmptyState title="No alert is known, but not every source answers.">
      {silent.map(({ name, reason }) => (reason === '' ? `${name} is silent` : `${name}: ${reason}`)).join(' · ')}
    </EmptyState>
  )
}

/** There are alerts, but none of them is to be seen. */
export function NoneShown({ filtered, grouped }: { readonly filtered: boolean; readonly grouped: boolean }) {
  if (!filtered) {
    return (
      <EmptyState title="Every open alert is hidden as noise.">
        <Key>N</Key> says by whom, and brings them back
      </EmptyState>
    )
  }
  return (
    <EmptyState title={grouped ? 'No group says that of itself.' : 'No alert fits.'}>
      <Key>Esc</Key> in the filter shows all again{grouped ? ', and source: or is: looks at single alerts' : ''}
    </EmptyState>
  )
}
