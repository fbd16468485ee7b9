import { Fragment, useEffect, useRef } from 'react'
import type { PublicPage } from '../../../../shared/contract/views'
import { freshness } from '../../../../shared/domain/freshness'
import type { Incident } from '../../../../shared/domain/incident'
import type { UpdateContent } from '../../../../shared/domain/update'
import { utcClock } from '../../../../shared/lib/time'
import { useBoard, useNow } from '../../../stores/cockpit'
import { Button } from '../../../ui/button'
import { freshnessWords } from '../../../ui/freshness-badge'
import { Key } from '../../../ui/key'
import { componentChanges, pageOf, shownThere } from '../public-facts'
import { capital, componentWord, statusWord } from '../words'
import styles from './confirmation.module.css'

export interface ConfirmationProps {
  readonly incident: Incident
  readonly content: UpdateContent
  readonly onBack: () => void
  readonly onPublish: () => void
}

/** The last look: what will be said, where, what it changes there, and who gets mail. Enter lets it go. */
export function Confirmation({ incident, content, onBack, onPublish }: ConfirmationProps) {
  const pages = useBoard(board => board.pages)
  const page = pageOf(content.channel, pages)
  const publish = useRef<HTMLButtonElement>(null)
  useEffect(() => publish.current?.focus(), [])
  return (
    <section className={styles.confirmation} aria-label="Publish this?">
      <dl className={styles.facts}>
        {facts(incident, content, page).map(([name, value]) => (
          <Fragment key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </Fragment>
        ))}
        <dt>Components</dt>
        <dd>
          <Components content={content} page={page} />
        </dd>
      </dl>
      <blockquote className={styles.text}>
        <p className={styles.title}>{content.title}</p>
        <p className={styles.body}>{content.body}</p>
      </blockquote>
      <footer className={styles.actions}>
        <p className={styles.note}>It waits some seconds before it leaves; Esc calls it back.</p>
        <Button onClick={onBack}>
          Back <Key quiet>Esc</Key>
        </Button>
        <Button ref={publish} tone="primary" onClick={onPublish}>
          Publish to <bdi>{content.channel.label}</bdi> <Key quiet>↵</Key>
        </Button>
      </footer>
    </section>
  )
}

function facts(
  incident: Incident,
  content: UpdateContent,
  page: PublicPage | undefined,
): readonly (readonly [string, string])[] {
  const { channel, status, nextUpdateAt } = content
  const shown = page && shownThere(incident, channel, page)
  const before = shown === undefined ? 'nothing shown yet' : capital(shown.status)
  return [
    ['Where', `${channel.label} (${channel.vendor === 'statuspage' ? 'public status page' : 'Slack channel'})`],
    ['Status', page === undefined ? statusWord(status) : `${before} → ${statusWord(status)}`],
    ['Who gets mail', mailWords(content)],
    ['Next update', nextUpdateAt === null ? 'none promised' : `promised by ${utcClock(nextUpdateAt).slice(0, 5)} UTC`],
  ]
}

function mailWords({ channel, notify }: UpdateContent): string {
  if (channel.vendor === 'slack') return `Nobody; everybody in ${channel.label} sees it`
  return notify ? `Every subscriber of ${channel.label}` : 'Nobody'
}

function Components({ content, page }: { readonly content: UpdateContent; readonly page: PublicPage | undefined }) {
  const feed = useBoard(board => board.feeds.find(({ id }) => id === page?.feed))
  const now = useNow()
  const changes = componentChanges(page?.components ?? [], content.components)
  if (changes.length === 0) return 'stay as they are'
  const seen = feed && freshness(feed, now)
  return (
    <ul>
      {changes.map(({ id, name, before, after }) => (
        <li key={id}>
          <bdi>{name}</bdi>: {before === null ? 'not known' : componentWord[before]} →{' '}
          <strong>{componentWord[after]}</strong>
        </li>
      ))}
      {seen !== undefined && seen.state !== 'fresh' && (
        <li className={styles.stale}>as last seen: the page is {freshnessWords(seen)}</li>
      )}
    </ul>
  )
}
