import { channelKind } from '../../../shared/domain/channels/channel-kinds'
import type { Incident } from '../../../shared/domain/incident'
import { messageOf, stillEditable } from '../../../shared/domain/message'
import { actorName, samePerson } from '../../../shared/domain/people'
import { editedUpdate, waitingEdits } from '../../../shared/domain/proposed-edit'
import { type Delivery, hasChannel, isEditable, isToPost, type Update } from '../../../shared/domain/update'
import type { Millis } from '../../../shared/lib/time'
import { shortened } from '../../../shared/lib/whole-characters'
import { t } from '../../../shared/texts/t'
import { texts } from '../../../shared/texts/texts'
import { keyOf } from '../../commands/command-list'
import { useCockpit, useEngineAway, useSession } from '../../stores/cockpit'
import { audienceText } from '../../ui/audience-text'
import { Button } from '../../ui/button'
import { ButtonRow } from '../../ui/button-row'
import { useClockFace } from '../../ui/clock-face'
import { reasonText } from '../../ui/fault-text'
import { Key } from '../../ui/key'
import { OutsideLink } from '../../ui/outside-link'
import { PlaceChoices, type PlaceWord } from '../../ui/place-choices'
import { PublishedTwice } from '../../ui/published-twice'
import { Tag, type Tone } from '../../ui/tag'
import textStyles from '../../ui/text.module.css'
import { Trans } from '../../ui/trans'
import { ApprovalText, approvalStatusOf, useMayApproveEdit, useMayApproveText } from './approval'
import styles from './comms-pane.module.css'
import { CustomersText } from './public-view'
import { CancelWindow, UnknownChoices, type UpdateActions } from './update-actions'

const text = texts.comms

const deliveryTone: Readonly<Record<Delivery['state'], Tone>> = {
  drafted: 'plain',
  publishing: 'warn',
  published: 'good',
  failed: 'bad',
  unknown: 'bad',
  asking: 'bad',
  discarded: 'plain',
}

export interface UpdateRowProps {
  readonly incident: Incident
  readonly update: Update
  readonly now: Millis
  /** The pane has room for whole texts. */
  readonly roomy: boolean
  readonly acts: UpdateActions
  readonly onEdit: (update: Update) => void
  readonly published: PublishedActions
}

/** What is done about an update that is out. */
export interface PublishedActions {
  /** [PE1] Other words where it stands. */
  readonly onRewrite: (update: Update) => void
  /** [PE4] Another update that says what was wrong with it. */
  readonly onCorrect: (update: Update) => void
}

/** One update: its outcome, where it goes, what it says, and its actions now. */
export function UpdateRow(props: UpdateRowProps) {
  const clock = useClockFace()
  const { update } = props
  const { content, delivery } = update
  const copies = delivery.state === 'published' ? delivery.copies : undefined
  // What a person has to say comes before the text, which a small pane cuts.
  const isAsked = approvalStatusOf(update, props.incident).approval.state === 'asked'
  const isEditWaiting = waitingEdits(props.incident).some(({ what }) => what.update === update.id)
  const decides = needsDecision(update) || isAsked || isEditWaiting
  const away = useEngineAway()
  const toPost = isToPost(update)
  const state = away && delivery.state === 'publishing' ? text.wasPublishing : text.deliveries[delivery.state]
  const open = ['drafted', 'publishing', 'asking', 'unknown'].includes(delivery.state)
  return (
    <li className={styles.row} data-state={delivery.state}>
      <p className={styles.head}>
        <Tag tone={copies ? 'warn' : deliveryTone[delivery.state]} open={open}>
          {copies ? text.thereTwice : toPost ? texts.channels.toPost : state}
        </Tag>
        {delivery.state === 'published' && (
          <time className={textStyles.soft} dateTime={new Date(delivery.at).toISOString()}>
            {clock.short(delivery.at)}
          </time>
        )}
        <span
          className={styles.where}
          data-several={messageOf(update, props.incident.updates).renditions.length > 1 || undefined}
        >
          {text.statuses[content.status]}
          {' · '}
          <bdi>{hasChannel(content) ? content.channel.label : text.noChannelYet}</bdi>
          {' · '}
          <Part update={update} all={props.incident.updates} />
          <Trans text={text.to} parts={{ audience: <bdi>{audienceText(update.audience)}</bdi> }} />
        </span>
      </p>
      <p className={styles.title}>{content.title}</p>
      {decides && <Outcome {...props} />}
      <CustomersText text={content.body} roomy={props.roomy} />
      {!decides && <Outcome {...props} />}
    </li>
  )
}

/** [UP10] Which part of a message to several channels it is. */
function Part({ update, all }: { readonly update: Update; readonly all: readonly Update[] }) {
  const renditions = messageOf(update, all).renditions
  if (renditions.length < 2) return null
  const place = renditions.findIndex(({ id }) => id === update.id) + 1
  return `${t(text.partOf, { place, count: renditions.length })} · `
}

function Outcome({ incident, update, now, acts, onEdit, published }: UpdateRowProps) {
  const { delivery } = update
  if (delivery.state === 'publishing') {
    const { cancelUntil } = delivery
    return <CancelWindow update={update} cancelUntil={cancelUntil} now={now} onCancel={() => acts.cancel(update.id)} />
  }
  if (delivery.state === 'unknown') {
    return <UnknownChoices incident={incident} update={update} reason={reasonText(delivery)} now={now} acts={acts} />
  }
  if (delivery.state === 'asking') {
    const say = (word: PlaceWord) => acts.place(update.id, word)
    return <PlaceChoices asking={delivery} onSay={say} onBack={() => acts.cancel(update.id)} />
  }
  if (delivery.state === 'published') {
    const { copies, url } = delivery
    if (copies) return <PublishedTwice copies={copies} vendor={update.content.channel.label} />
    return (
      <>
        <Edits incident={incident} update={update} />
        <ButtonRow gap="close" className={styles.acts}>
          <PublicLink url={url} />
          {channelKind(update.content.channel).editable && (
            <Button tone="bare" onClick={() => published.onRewrite(update)}>
              {text.out.edit}
            </Button>
          )}
          <Button tone="bare" onClick={() => published.onCorrect(update)} title={onlyCorrect(update)}>
            {text.out.correct}
          </Button>
        </ButtonRow>
      </>
    )
  }
  const failed = delivery.state === 'failed'
  if (!isEditable(delivery)) return failed ? <p className={styles.reason}>{reasonText(delivery)}</p> : null
  return (
    <>
      {failed && <p className={styles.reason}>{reasonText(delivery)}</p>}
      <RowApproval {...{ incident, update }} />
      <ButtonRow gap="close" className={styles.acts}>
        <Button onClick={() => onEdit(update)}>{failed ? text.publishAgain : text.goOn}</Button>
        <Button tone="bare" onClick={() => acts.discard(update.id)}>
          {text.discard}
        </Button>
      </ButtonRow>
    </>
  )
}

/** [PE7] Where nothing can be edited, that is said. */
function onlyCorrect({ content: { channel } }: Update): string | undefined {
  return channelKind(channel).editable ? undefined : t(text.out.onlyCorrect, { channel: channel.label })
}

/** [PE2] When and why its words were changed where it stands, and what they were. */
function Edits({ incident, update }: Pick<UpdateRowProps, 'incident' | 'update'>) {
  const clock = useClockFace()
  const isOnItsWay = incident.acts.some(
    ({ what, standing }) => what.kind === 'update-edit' && what.update === update.id && standing.state === 'waiting',
  )
  return (
    <>
      {update.edits?.map(({ act, at, before, why }) => (
        <div key={act} className={textStyles.soft}>
          <p dir="auto">{t(text.out.edited, { time: clock.short(at), why })}</p>
          {before !== update.content.body && <del dir="auto">{shortened(before, LONGEST_BEFORE)}</del>}
        </div>
      ))}
      {isOnItsWay && <p className={textStyles.soft}>{text.out.underWay}</p>}
      <ProposedEditNote {...{ incident, update }} />
    </>
  )
}

/** [PE5] An edit of it that waits for an approval, or came back. */
function ProposedEditNote({ incident, update }: Pick<UpdateRowProps, 'incident' | 'update'>) {
  const { focus } = useCockpit()
  const clock = useClockFace()
  const me = useSession(session => session.me)
  const may = useMayApproveEdit(incident, update)
  const last = incident.proposedEdits.findLast(edit => edit.what.update === update.id)
  if (last === undefined || editedUpdate(last, incident) === undefined) return null
  const { judged } = last
  if (judged?.verdict === 'approved') return null
  if (judged !== null) {
    const said = { name: actorName(judged.by), time: clock.short(judged.at) }
    return (
      <p className={textStyles.soft} dir="auto">
        {t(judged.note === '' ? text.out.editBack : text.out.editBackNote, { ...said, note: judged.note })}
      </p>
    )
  }
  // Who proposed it reads it again there, or takes it back.
  const isOwn = me !== null && samePerson(last.by, { kind: 'person', responder: me })
  return (
    <div className={styles.approval}>
      <p dir="auto">{t(text.out.editWaits, { name: actorName(last.by), time: clock.short(last.at) })}</p>
      <Button tone={isOwn || !may ? 'plain' : 'primary'} onClick={() => focus.request('approve-update')}>
        <Trans
          text={isOwn ? text.approval.readOwn : may ? text.approval.read : text.approval.readOnly}
          parts={{ key: <Key quiet>{keyOf('approve-update')}</Key> }}
        />
      </Button>
    </div>
  )
}

/** Enough to know it again. */
const LONGEST_BEFORE = 200

/** [AP1] Once per message: at its first part that can still be published. */
function RowApproval({ incident, update }: Pick<UpdateRowProps, 'incident' | 'update'>) {
  const [first] = stillEditable(messageOf(update, incident.updates).renditions)
  const { approval } = approvalStatusOf(update, incident)
  if (first?.id !== update.id || approval.state === 'none') return null
  return (
    <div className={styles.approval}>
      <p>
        <ApprovalText approval={approval} />
      </p>
      {approval.state === 'asked' && <ReadButton {...{ incident, update }} />}
    </div>
  )
}

/** [AP4] Who may not approve it is offered to read it. */
function ReadButton({ incident, update }: Pick<UpdateRowProps, 'incident' | 'update'>) {
  const { focus } = useCockpit()
  const may = useMayApproveText(incident, update)
  return (
    <Button tone={may ? 'primary' : 'plain'} onClick={() => focus.request('approve-update')}>
      <Trans
        text={may ? text.approval.read : text.approval.readOnly}
        parts={{ key: <Key quiet>{keyOf('approve-update')}</Key> }}
      />
    </Button>
  )
}

function PublicLink({ url }: { readonly url: string | null }) {
  return (
    <OutsideLink className={styles.link} url={url} otherwise={null}>
      {text.seeThere}
    </OutsideLink>
  )
}

const priority: readonly Delivery['state'][] = ['publishing', 'asking', 'unknown', 'failed', 'drafted', 'published']

/**
 * [CM6] First what needs a decision, then drafts, then published updates; the newest message of a kind on top, and in a
 * message what customers read before the copies for others. Discarded ones not at all.
 */
export function updatesByPriority(updates: readonly Update[]): readonly Update[] {
  const rank = ({ delivery }: Update) => priority.indexOf(delivery.state)
  const newest = new Map(updates.map(({ message }, place) => [message, place]))
  const age = ({ message }: Update) => -(newest.get(message) ?? 0)
  const others = ({ audience }: Update) => (audience === 'customers' ? 0 : 1)
  return updates
    .filter(update => rank(update) >= 0)
    .sort((a, b) => rank(a) - rank(b) || age(a) - age(b) || others(a) - others(b))
}

/** [CM13] Only a person can settle or cancel these, so they stay visible however far the pane is scrolled. */
export function needsDecision({ delivery: { state } }: Update): boolean {
  return state === 'unknown' || state === 'asking' || state === 'publishing'
}
