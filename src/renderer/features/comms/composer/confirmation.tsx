import { useEffect, useRef } from 'react'
import type { StatusPage } from '../../../../shared/contract/status-pages'
import type { Audience } from '../../../../shared/domain/audience'
import { channelKind, isForCustomers } from '../../../../shared/domain/channels/channel-kinds'
import type { Incident } from '../../../../shared/domain/incident'
import { timesBeside } from '../../../../shared/domain/named-times'
import type { UpdateContent } from '../../../../shared/domain/update'
import { type Millis, utcClock } from '../../../../shared/lib/time'
import { andListText, t } from '../../../../shared/texts/t'
import { texts } from '../../../../shared/texts/texts'
import { useBoard, useJudge, useNow } from '../../../stores/cockpit'
import { audienceText } from '../../../ui/audience-text'
import { Button } from '../../../ui/button'
import { Facts, type FactsProps } from '../../../ui/facts'
import { freshnessText } from '../../../ui/freshness-badge'
import { Key } from '../../../ui/key'
import { Trans, TransCount } from '../../../ui/trans'
import { componentChanges, publicIncidentOf, shownStatus, statusPageOf } from '../public-facts'
import { type ApprovalDesk, ApprovalNote, approvalKey } from './approval-note'
import { staysGreen } from './component-chips'
import styles from './composer.module.css'
import type { AlsoContent } from './composer-form'
import { Foot, type FootProps } from './notices'

const { look: text } = texts.composer
const { components: componentWords } = texts.comms

export interface ConfirmationProps {
  readonly incident: Incident
  readonly content: UpdateContent
  readonly audience: Audience
  /** [UP10] What goes to other channels at the same time. */
  readonly also: readonly AlsoContent[]
  readonly approval: ApprovalDesk
  readonly onBack: () => void
  readonly onPublish: () => void
  /** [CM18] An update was published in the meantime: Enter alone publishes nothing. */
  readonly held: boolean
  readonly foot: Omit<FootProps, 'children'>
}

/** The final review: the text, the channel, what changes there, and who gets mail. Enter publishes. */
export function Confirmation({
  incident,
  content,
  audience,
  also,
  approval,
  onBack,
  onPublish,
  held,
  foot,
}: ConfirmationProps) {
  const pages = useBoard(board => board.pages)
  const page = statusPageOf(content.channel, pages)
  const publish = useRef<HTMLButtonElement>(null)
  useEffect(() => publish.current?.focus(), [])
  return (
    <section className={styles.confirmation} aria-label={text.title} onKeyDown={event => approvalKey(event, approval)}>
      <Facts facts={publishedFacts(incident, content, audience, page)} />
      <PromiseNote incident={incident} content={content} />
      {staysGreen(incident, content, page) && (
        <p className={styles.green} role="note">
          {t(text.staysGreen, { severity: incident.severity })}
        </p>
      )}
      {!isForCustomers(content.channel) && (
        <p className={styles.colleagues} role="note">
          {texts.channels.tellsColleagues}
        </p>
      )}
      <ApprovalNote desk={approval} channel={content.channel.label} onPublish={onPublish} />
      <Preview content={content} />
      {also.map(one => (
        <Also key={one.update} also={one} />
      ))}
      <Foot {...foot}>
        <p className={styles.note}>{text.note}</p>
        <Button onClick={onBack}>
          <Trans text={text.back} parts={{ key: <Key quiet>Esc</Key> }} />
        </Button>
        <Button ref={publish} tone="primary" onClick={held ? undefined : onPublish} aria-disabled={held || undefined}>
          {also.length === 0 ? (
            <Trans
              text={text.publish}
              parts={{ channel: <bdi>{content.channel.label}</bdi>, key: <Key quiet>↵</Key> }}
            />
          ) : (
            <TransCount forms={text.publishAll} count={also.length + 1} parts={{ key: <Key quiet>↵</Key> }} />
          )}
        </Button>
      </Foot>
    </section>
  )
}

const classOfPart = { title: styles.title, status: styles.status, body: styles.body } as const

/** The whole text as its channel shows it. */
export function Preview({ content }: { readonly content: UpdateContent }) {
  return (
    <blockquote className={styles.text}>
      {channelKind(content.channel)
        .preview(content)
        .map(({ part, text: shown }) => (
          <p key={part} className={classOfPart[part]}>
            {shown}
          </p>
        ))}
    </blockquote>
  )
}

/** [UP10] The same for another channel: its audience, who gets mail, and the text. */
function Also({ also: { content, audience } }: { readonly also: AlsoContent }) {
  const { channel } = content
  const where = t(texts.channels.where[channel.vendor], { name: channel.label })
  const mail = channelKind(channel).mail ? mailWords(content) : ''
  return (
    <section aria-label={channel.label}>
      <p className={styles.confirmAlso}>
        {andListText([t(text.also, { where, audience: audienceText(audience) }), mail].filter(Boolean))}
      </p>
      <Preview content={content} />
    </section>
  )
}

/** [CM19] Customers read the time in the text, and the cockpit uses the promise: both must name one time. */
function PromiseNote({ incident, content }: Pick<ConfirmationProps, 'incident' | 'content'>) {
  const now = useNow()
  const { title, body, nextUpdateAt: at } = content
  const beside = timesBeside(`${title}\n${body}`, { at, declaredAt: incident.declaredAt, now })
  const times = andListText(beside.map(time => t(text.utc, { time: shortClock(time) })))
  const says = [
    ...(at !== null && at <= now ? [text.promisePassed] : []),
    ...(beside.length > 0 ? [t(at === null ? text.timeWithoutPromise : text.otherTime, { times })] : []),
  ]
  if (says.length === 0) return null
  return (
    <p className={styles.green} role="note">
      {t(says.join(' '), { promised: at === null ? '' : t(text.utc, { time: shortClock(at) }) })}
    </p>
  )
}

function shortClock(at: Millis): string {
  return utcClock(at).slice(0, 5)
}

/** Where it goes, to whom, and what changes there. */
export function publishedFacts(
  incident: Incident,
  content: UpdateContent,
  audience: Audience,
  page: StatusPage | undefined,
): FactsProps['facts'] {
  const { channel, status, nextUpdateAt } = content
  const shown = page && publicIncidentOf(incident, channel, page)
  const before = shown === undefined ? text.nothingShown : shownStatus(shown.status)
  const after = shownStatus(status)
  return [
    { name: text.where, value: t(texts.channels.where[channel.vendor], { name: channel.label }) },
    { name: text.audience, value: audienceText(audience) },
    { name: text.status, value: page === undefined ? after : statusWords(before, after) },
    ...(content.impact === undefined ? [] : [{ name: text.impact, value: texts.composer.impacts[content.impact] }]),
    { name: text.mail, value: mailWords(content) },
    {
      name: text.next,
      value: nextUpdateAt === null ? text.nextNone : t(text.nextBy, { time: shortClock(nextUpdateAt) }),
    },
    ...(channelKind(channel).components
      ? [{ name: text.components, value: <Components content={content} page={page} /> }]
      : []),
  ]
}

function statusWords(before: string, after: string): string {
  return before === after ? t(text.statusStays, { status: after }) : t(text.statusChange, { before, after })
}

function mailWords({ channel, notify }: UpdateContent): string {
  if (!channelKind(channel).mail) return t(texts.channels.noMail[channel.vendor], { channel: channel.label })
  return notify ? t(text.mailAll, { channel: channel.label }) : text.mailNobody
}

function Components({ content, page }: { readonly content: UpdateContent; readonly page: StatusPage | undefined }) {
  const feed = useBoard(board => board.feeds.find(({ id }) => id === page?.feed))
  const judge = useJudge()
  const changes = componentChanges(page?.components ?? [], content.components)
  if (changes.length === 0) return text.noChange
  const seen = feed && judge(feed)
  return (
    <ul>
      {changes.map(({ id, name, before, after }) => (
        <li key={id}>
          <Trans
            text={text.change}
            parts={{
              name: <bdi>{name}</bdi>,
              before: before === null ? text.notKnown : componentWords[before],
              after: <strong>{componentWords[after]}</strong>,
            }}
          />
        </li>
      ))}
      {seen !== undefined && seen.state !== 'fresh' && (
        <li className={styles.stale}>{t(text.stale, { age: freshnessText(seen) })}</li>
      )}
    </ul>
  )
}
