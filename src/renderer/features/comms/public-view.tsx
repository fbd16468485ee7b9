import type { PublicPage } from '../../../shared/contract/views'
import { type Freshness, freshness } from '../../../shared/domain/freshness'
import type { Millis } from '../../../shared/lib/time'
import { roughSpan } from '../../../shared/lib/time'
import { useBoard } from '../../stores/cockpit'
import { FreshnessBadge } from '../../ui/freshness-badge'
import { Tag } from '../../ui/tag'
import styles from './public-view.module.css'
import { capital, componentTone, componentWord } from './words'

/** What customers see on each status page now, with its age. */
export function PublicView({ now }: { readonly now: Millis }) {
  const pages = useBoard(board => board.pages)
  const feeds = useBoard(board => board.feeds)
  if (pages.length === 0) return null
  return (
    <section className={styles.view} aria-label="What customers see">
      {pages.map(page => {
        const feed = feeds.find(({ id }) => id === page.feed)
        return <Page key={page.feed} page={page} now={now} fresh={feed && freshness(feed, now)} />
      })}
    </section>
  )
}

interface PageProps {
  readonly page: PublicPage
  readonly now: Millis
  readonly fresh: Freshness | undefined
}

function Page({ page, now, fresh }: PageProps) {
  const hurt = page.components.filter(({ status }) => status !== 'operational')
  const calm = [
    page.incidents.length === 0 ? 'No incident' : '',
    hurt.length === 0 && page.components.length > 0 ? `all ${page.components.length} components operational` : '',
  ]
    .filter(Boolean)
    .join(', ')
  const current = fresh === undefined || fresh.state === 'fresh'
  return (
    <article className={styles.page} data-stale={!current || undefined}>
      <header className={styles.head}>
        <h3 className={styles.name} title={page.name}>
          {current ? 'Customers see' : 'Customers last saw'} on <bdi>{page.name}</bdi>
        </h3>
        {fresh !== undefined && <FreshnessBadge freshness={fresh} />}
      </header>
      {!current && fresh?.reason !== '' && <p className={styles.reason}>{fresh?.reason}</p>}
      {page.incidents.map(shown => (
        <div key={shown.externalId} className={styles.incident}>
          <p className={styles.title}>
            <bdi>{shown.name}</bdi> <span className={styles.status}>{capital(shown.status)}</span>
            <span className={styles.age}>{roughSpan(now - shown.updatedAt)} ago</span>
          </p>
          <p className={styles.text} title={shown.lastUpdate}>
            {shown.lastUpdate}
          </p>
        </div>
      ))}
      {hurt.length > 0 && (
        <ul className={styles.components}>
          {hurt.map(({ id, name, status }) => (
            <li key={id}>
              <Tag tone={componentTone[status]}>
                <bdi>{name}</bdi>: {componentWord[status]}
              </Tag>
            </li>
          ))}
        </ul>
      )}
      {calm !== '' && <p className={styles.calm}>{capital(calm)}</p>}
    </article>
  )
}
