import { useState } from 'react'
import type { Maintenance, MissingPart, StatusPage, StatusPagePart } from '../../../shared/contract/status-pages'
import type { ShownFreshness } from '../../../shared/domain/freshness'
import type { Millis } from '../../../shared/lib/time'
import { listText, t, tCount } from '../../../shared/texts/t'
import { texts } from '../../../shared/texts/texts'
import { useBoard, useEngineAway, useJudge } from '../../stores/cockpit'
import { Button } from '../../ui/button'
import { Clamp } from '../../ui/clamp'
import { useClockFace } from '../../ui/clock-face'
import { reasonText } from '../../ui/fault-text'
import { FreshnessBadge } from '../../ui/freshness-badge'
import { spanText } from '../../ui/span-text'
import { Tag } from '../../ui/tag'
import textStyles from '../../ui/text.module.css'
import { Trans } from '../../ui/trans'
import styles from './comms-pane.module.css'
import { componentTone, shownMaintenance, shownStatus } from './public-facts'

const { public: text, component, components } = texts.comms

/** What customers see on each status page now, with its age. */
export function PublicView({ now, roomy }: { readonly now: Millis; readonly roomy: boolean }) {
  const pages = useBoard(board => board.pages)
  const feeds = useBoard(board => board.feeds)
  const judge = useJudge()
  if (pages.length === 0) return null
  return (
    <section className={styles.view} aria-label={text.title}>
      {pages.map(page => {
        const feed = feeds.find(({ id }) => id === page.feed)
        return <Page key={page.feed} page={page} now={now} roomy={roomy} fresh={feed && judge(feed)} />
      })}
    </section>
  )
}

/** Work further away than the next few does not matter in an incident. */
const MOST_PLANNED = 2

/** Announced maintenance: it may be the cause, or collide with the repair. */
function Planned({ work: { name, status, from, to }, now }: { readonly work: Maintenance; readonly now: Millis }) {
  const clock = useClockFace()
  const facts = [
    shownMaintenance(status),
    ...(from === null
      ? []
      : [from > now ? t(text.begins, { span: spanText(from - now) }) : t(text.began, { time: clock.short(from) })]),
    ...(to === null ? [] : [t(text.ends, { time: clock.short(to) })]),
  ]
  return (
    <p className={styles.calm}>
      <Trans text={text.maintenance} parts={{ name: <bdi>{name}</bdi>, facts: listText(facts) }} />
    </p>
  )
}

/** [CM15] A part that the last poll did not read is named, with the age of what is shown instead. */
function Missing({ missing, now }: { readonly missing: MissingPart; readonly now: Millis }) {
  const { part, trueAt } = missing
  const reason = reasonText(missing)
  return (
    <p className={styles.missing} title={reason}>
      {trueAt === null
        ? t(text.notRead[part], { reason })
        : t(text.readBefore[part], { reason, span: spanText(now - trueAt) })}
    </p>
  )
}

/** @param operational number of components, all of which are operational; 0: some are not, or it is unknown */
function calmWords(noIncident: boolean, operational: number): string {
  if (operational === 0) return noIncident ? text.noIncident : ''
  return tCount(noIncident ? text.noIncidentOperational : text.operational, operational)
}

interface PageProps {
  readonly page: StatusPage
  readonly now: Millis
  readonly roomy: boolean
  readonly fresh: ShownFreshness | undefined
}

function Page({ page, now, roomy, fresh }: PageProps) {
  const hurt = page.components.filter(({ status }) => status !== 'operational')
  const missing = page.missing ?? []
  const isRead = (wanted: StatusPagePart) => missing.every(({ part }) => part !== wanted)
  const calm = calmWords(
    page.incidents.length === 0 && isRead('incidents'),
    hurt.length === 0 && isRead('components') ? page.components.length : 0,
  )
  const away = useEngineAway()
  const current = fresh === undefined ? !away : fresh.state === 'fresh'
  return (
    <article className={styles.page} data-stale={!current || undefined}>
      <header className={styles.pageHead}>
        <h3 className={styles.name} title={page.name}>
          <Trans text={current ? text.see : text.lastSaw} parts={{ page: <bdi>{page.name}</bdi> }} />
        </h3>
        {fresh !== undefined && <FreshnessBadge freshness={fresh} />}
      </header>
      {!current && fresh !== undefined && fresh.reason !== '' && (
        <p className={styles.pageReason}>{reasonText(fresh)}</p>
      )}
      {missing.map(one => (
        <Missing key={one.part} missing={one} now={now} />
      ))}
      {page.incidents.map(shown => (
        <div key={shown.externalId}>
          <p className={styles.publicTitle}>
            <bdi>{shown.name}</bdi> <span className={styles.status}>{shownStatus(shown.status)}</span>
            {shown.updatedAt !== null && (
              <span className={styles.age}>{t(text.ago, { span: spanText(now - shown.updatedAt) })}</span>
            )}
          </p>
          <CustomersText text={shown.lastUpdate} roomy={roomy} />
        </div>
      ))}
      {hurt.length > 0 && (
        <ul className={styles.components}>
          {hurt.map(({ id, name, status }) => (
            <li key={id}>
              <Tag tone={componentTone[status]}>
                <Trans text={component} parts={{ name: <bdi>{name}</bdi>, status: components[status] }} />
              </Tag>
            </li>
          ))}
        </ul>
      )}
      {(page.maintenances ?? []).slice(0, MOST_PLANNED).map(work => (
        <Planned key={work.externalId} work={work} now={now} />
      ))}
      {calm !== '' && <p className={styles.calm}>{calm}</p>}
    </article>
  )
}

const { showAll, showLess } = texts.comms

/** About two lines of a narrow pane. */
const SHORT = 120

/** [CM12] What customers read: in full if the pane is high enough, else with a button for the rest. */
export function CustomersText({ text, roomy }: { readonly text: string; readonly roomy: boolean }) {
  const [open, setOpen] = useState(false)
  const fits = text.length <= SHORT && !text.includes('\n')
  const whole = roomy || open || fits
  return (
    <>
      <Clamp lines={whole ? null : 2} className={textStyles.soft}>
        {text}
      </Clamp>
      {!roomy && !fits && (
        <span className={styles.more}>
          <Button tone="bare" aria-expanded={open} onClick={() => setOpen(!open)}>
            {open ? showLess : showAll}
          </Button>
        </span>
      )}
    </>
  )
}
