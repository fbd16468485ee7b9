import type { Maintenance, MissingPart, PagePart, PublicPage } from '../../../shared/contract/views'
import { type Freshness, freshness } from '../../../shared/domain/freshness'
import { type Millis, roughSpan } from '../../../shared/lib/time'
import { useBoard } from '../../stores/cockpit'
import { useClockFace } from '../../ui/clock-face'
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

const partWord: Readonly<Record<PagePart, string>> = {
  components: 'Components',
  incidents: 'Incidents',
  maintenances: 'Scheduled maintenance',
}

/** Work further away than the next few concerns nobody in an incident. */
const MOST_PLANNED = 2

/** Work that customers were told of: it may be the cause, or collide with the repair. */
function Planned({ work: { name, status, from, to }, now }: { readonly work: Maintenance; readonly now: Millis }) {
  const clock = useClockFace()
  const begins = from === null ? '' : from > now ? `in ${roughSpan(from - now)}` : `since ${clock.short(from)}`
  const ends = to === null ? '' : `until ${clock.short(to)}`
  return (
    <p className={styles.calm}>
      Maintenance: <bdi>{name}</bdi> ({[status.replaceAll('_', ' '), begins, ends].filter(Boolean).join(', ')})
    </p>
  )
}

/** [CM7] A part that the last look did not bring is named, with the age of what stands in its place. */
function Missing({ missing: { part, reason, trueAt }, now }: { readonly missing: MissingPart; readonly now: Millis }) {
  const shown = trueAt === null ? 'nothing of it is known' : `shown is what stood there ${roughSpan(now - trueAt)} ago`
  return (
    <p className={styles.missing} title={reason}>
      {partWord[part]} cannot be read, {shown}: {reason}
    </p>
  )
}

interface PageProps {
  readonly page: PublicPage
  readonly now: Millis
  readonly fresh: Freshness | undefined
}

function Page({ page, now, fresh }: PageProps) {
  const hurt = page.components.filter(({ status }) => status !== 'operational')
  const missing = page.missing ?? []
  const isRead = (wanted: PagePart) => missing.every(({ part }) => part !== wanted)
  const calm = [
    page.incidents.length === 0 && isRead('incidents') ? 'No incident' : '',
    hurt.length === 0 && page.components.length > 0 && isRead('components')
      ? `all ${page.components.length} components operational`
      : '',
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
      {missing.map(one => (
        <Missing key={one.part} missing={one} now={now} />
      ))}
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
      {(page.maintenances ?? []).slice(0, MOST_PLANNED).map(work => (
        <Planned key={work.externalId} work={work} now={now} />
      ))}
      {calm !== '' && <p className={styles.calm}>{capital(calm)}</p>}
    </article>
  )
}
