import { type KeyboardEvent, useEffect, useRef } from 'react'
import type { StatusPage } from '../../../../shared/contract/status-pages'
import type { Audience } from '../../../../shared/domain/audience'
import { channelKind, isForCustomers } from '../../../../shared/domain/channels/channel-kinds'
import type { Incident } from '../../../../shared/domain/incident'
import { timesBeside } from '../../../../shared/domain/named-times'
import type { Channel, UpdateContent } from '../../../../shared/domain/update'
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
import { type ApprovalDesk, ApprovalNote, approvalKey, lacksApproval } from './approval-note'
import { type CheckDesk, CheckedNote } from './checked'
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
  /** [LN30] What the check has open, which is answered before it is published. */
  readonly check: CheckDesk
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
  check,
  foot,
}: ConfirmationProps) {
  const pages = useBoard(board => board.pages)
  const page = statusPageOf(content.channel, pages)
  // [AP8] Who approves reads why: what is to be said at publishing is said when it is asked for.
  const ask = () => (check.needsReason ? check.reasonField.current?.focus() : approval.ask(check.because))
  return (
    <section
      className={styles.confirmation}
      aria-label={text.title}
      onKeyDown={event => reviewKey(event, approval, check, ask)}
    >
      <Facts size="small" facts={publishedFacts(incident, content, audience, page)} />
      <ContentNotes incident={incident} content={content} page={page} />
      <ApprovalNote
        {...{ desk: approval, check }}
        channel={content.channel.label}
        onAsk={ask}
        onPublish={held ? () => undefined : onPublish}
      />
      <Preview content={content} />
      {also.map(one => (
        <Also key={one.update} also={one} />
      ))}
      <PublishFoot
        {...{ check, held, foot, onBack, onPublish, channel: content.channel, channels: also.length + 1 }}
        lacks={lacksApproval(approval, check)}
      />
    </section>
  )
}

interface PublishFootProps extends Pick<ConfirmationProps, 'check' | 'held' | 'foot' | 'onBack' | 'onPublish'> {
  readonly channel: Channel
  /** [AP2] An approval, without which the engine refuses it. */
  readonly lacks: boolean
  /** That the message goes to. */
  readonly channels: number
}

/** What is answered first, and the button that publishes, which has the focus from the beginning. */
function PublishFoot({ check, held, lacks, foot, onBack, onPublish, channel, channels }: PublishFootProps) {
  const publish = useRef<HTMLButtonElement>(null)
  useEffect(() => publish.current?.focus(), [])
  const press = held ? () => undefined : onPublish
  return (
    <Foot
      {...foot}
      notices={
        <>
          {foot.notices}
          <CheckedNote check={check} channels={channels} onPublish={press} />
        </>
      }
    >
      <p className={styles.note} role="status" data-asked={(!lacks && check.asked) || undefined}>
        {lacks ? text.approvedFirst : check.asked ? texts.composer.check.again : text.note}
      </p>
      <Button onClick={onBack}>
        <Trans text={text.back} parts={{ key: <Key quiet>Esc</Key> }} />
      </Button>
      <Button
        ref={publish}
        tone={lacks ? 'plain' : 'primary'}
        onClick={press}
        aria-disabled={held || lacks || check.needsReason || undefined}
      >
        {channels === 1 ? (
          <Trans text={text.publish} parts={{ channel: <bdi>{channel.label}</bdi>, key: <Key quiet>↵</Key> }} />
        ) : (
          <TransCount forms={text.publishAll} count={channels} parts={{ key: <Key quiet>↵</Key> }} />
        )}
      </Button>
    </Foot>
  )
}

/** [LN30] `r` leads to the reason; an Enter that is held down answers nothing. */
function reviewKey(event: KeyboardEvent, approval: ApprovalDesk, check: CheckDesk, ask: () => void): void {
  if (event.key === 'Enter' && event.repeat) event.preventDefault()
  const isPlain = !(event.ctrlKey || event.metaKey || event.altKey || event.target instanceof HTMLInputElement)
  const { current: field } = check.reasonField
  if (event.key !== 'r' || !isPlain || field === null) {
    approvalKey(event, approval, check, ask)
    return
  }
  event.preventDefault()
  event.stopPropagation()
  field.focus()
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

interface ContentNotesProps extends Pick<ConfirmationProps, 'incident' | 'content'> {
  readonly page: StatusPage | undefined
  /** Another part of the same message goes to customers. */
  readonly customersToo?: boolean
}

/** [CM11] [CM19] [AP8] What is to be known of a text before it leaves, for its writer and for who approves it. */
export function ContentNotes({ incident, content, page, customersToo = false }: ContentNotesProps) {
  return (
    <>
      <PromiseNote incident={incident} content={content} />
      {staysGreen(incident, content, page) && (
        <p className={styles.green} role="note">
          {t(text.staysGreen, { severity: incident.severity })}
        </p>
      )}
      {!customersToo && !isForCustomers(content.channel) && (
        <p className={styles.colleagues} role="note">
          {texts.channels.tellsColleagues}
        </p>
      )}
    </>
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
    // A page names a public incident once: an update has no title of its own there.
    ...(shown === undefined || shown.name === content.title
      ? []
      : [{ name: text.keptTitle, value: <bdi>{shown.name}</bdi> }]),
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
