import { useEffect, useRef, useState } from 'react'
import { type Approval, approvalOf, contentHash, textOf } from '../../../shared/domain/approval'
import { isForCustomers } from '../../../shared/domain/channels/channel-kinds'
import { openConflicts } from '../../../shared/domain/claims'
import type { ContentHash, UpdateId } from '../../../shared/domain/ids'
import type { Incident } from '../../../shared/domain/incident'
import { type Message, messageOf, messagesOf, stillEditable } from '../../../shared/domain/message'
import { actorName } from '../../../shared/domain/people'
import { waitingEdits } from '../../../shared/domain/proposed-edit'
import type { Update } from '../../../shared/domain/update'
import { waitingForApproval } from '../../../shared/domain/waiting-approval'
import { t } from '../../../shared/texts/t'
import { texts } from '../../../shared/texts/texts'
import { useBoard, useCockpit, useRecord, useSession } from '../../stores/cockpit'
import { useRead } from '../../stores/use-read'
import { useTypedFields } from '../../stores/use-typed-fields'
import { WhileNoIncident } from '../../stores/while-none'
import { audienceText } from '../../ui/audience-text'
import { Dialog } from '../../ui/dialog'
import { EmptyState } from '../../ui/empty-state'
import { Facts } from '../../ui/facts'
import { FaultNote } from '../../ui/fault-note'
import type { DialogPart } from '../../ui/on-demand'
import textStyles from '../../ui/text.module.css'
import { ApprovalText, judgedApproval, mayApprove, WhoApproves } from './approval'
import { FindingList, heaviestOf, useStoredCheck } from './composer/checked'
import composerStyles from './composer/composer.module.css'
import { ContentNotes, Preview, publishedFacts } from './composer/confirmation'
import { PublicNow } from './composer/public-now'
import { statusPageOf } from './public-facts'
import styles from './reading.module.css'
import { EditReading } from './reading-edit'
import { Changed, ReadingFoot, readingKey } from './reading-parts'
import { Sides } from './reading-sides'

const text = texts.comms.reading
const { approval: approvalTexts } = texts.comms
const { check: checkTexts } = text

/** [AP6] The text that waits for approval, whole, in each channel's words: approved with one key, or sent back with a note. */
export function ReadingDialog({ opened, onClose }: DialogPart) {
  const incident = useRecord(record => record.incident)
  return (
    <Dialog opened={opened} onClose={onClose} title={text.title} width={860}>
      {incident === undefined ? (
        <WhileNoIncident>{words => <EmptyState {...words} />}</WhileNoIncident>
      ) : (
        <Waiting {...{ incident, onClose }} />
      )}
    </Dialog>
  )
}

/** What waits, one at a time; of one that was read and fell meanwhile it says so. */
function Waiting({ incident, onClose }: { readonly incident: Incident; readonly onClose: () => void }) {
  const waiting = waitingForApproval(incident)
  const edits = waitingEdits(incident)
  const count = waiting.length + edits.length
  const [first] = waiting
  const [edit] = edits
  const onDone = count > 1 ? () => undefined : onClose
  const part = first && stillEditable(first.renditions)[0]
  const shown = first === undefined ? null : textOf(first.renditions)
  const [read, setRead] = useState<Seen>({ shown, first, before: undefined })
  if (read.shown !== shown) setRead({ shown, first, before: read.first ?? read.before })
  return (
    <>
      {read.before !== undefined && read.before.id !== first?.id && <Fell incident={incident} before={read.before} />}
      {first !== undefined && part !== undefined ? (
        <Reading key={first.id} {...{ incident, message: first, part, count, onDone }} />
      ) : edit !== undefined ? (
        <EditReading key={edit.id} {...{ incident, edit, count, onDone }} />
      ) : (
        <EmptyState title={text.nothing}>{text.nothingHow}</EmptyState>
      )}
    </>
  )
}

/** What stands there, and what stood there before. */
interface Seen {
  readonly shown: ContentHash | null
  readonly first: Message | undefined
  readonly before: Message | undefined
}

/** [AP11] Who changed what was read until just now, so that its request fell; nothing where that is not why it went. */
function Fell({ incident, before }: { readonly incident: Incident; readonly before: Message }) {
  const { renditions } = messagesOf(incident.updates).find(({ id }) => id === before.id) ?? { renditions: [] }
  const was = new Map(before.renditions.map(({ id, content }) => [id, contentHash(content)]))
  const parts = stillEditable(renditions)
  // Its parts may have writers of their own.
  const part = parts.find(({ id, content }) => was.get(id) !== contentHash(content)) ?? parts[0]
  if (part === undefined || approvalOf(before.id, renditions, incident).state !== 'withdrawn') return null
  const name = part.writtenBy === undefined ? text.somebody : actorName(part.writtenBy)
  return (
    <p className={`${composerStyles.approval} ${styles.fell}`} role="alert" dir="auto">
      {t(text.fell, { name, title: part.content.title })}
    </p>
  )
}

interface ReadingProps {
  readonly incident: Incident
  readonly message: Message
  /** Of it, the first that has not left. */
  readonly part: Update
  /** How many wait, this one included. */
  readonly count: number
  readonly onDone: () => void
}

function Reading({ incident, message, part, count, onDone }: ReadingProps) {
  const desk = useReadingDesk(incident, part, onDone)
  const { judged, read, may } = desk
  const changed = judged.hash !== read.text || reasonOf(judged.approval) !== read.because
  const own = useRef<HTMLDivElement>(null)
  const note = useRef<HTMLTextAreaElement>(null)
  // Its keys work at once; no button has the focus, so that Enter approves nothing.
  useEffect(() => own.current?.focus({ preventScroll: true }), [])
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys are those of the buttons in it
    <div
      ref={own}
      className={styles.reading}
      tabIndex={-1}
      onKeyDown={event => readingKey(event, { ...desk, changed, toNote: () => note.current?.focus() })}
    >
      <p className={textStyles.soft}>
        {count > 1 && `${t(text.place, { place: 1, count })}. `}
        {judged.disputed ? approvalTexts.disputed : <ApprovalText approval={judged.approval} />}{' '}
        {approvalTexts.recorded} {text.covers}
      </p>
      {judged.disputed && <Sides sides={sidesOf(message, incident)} shown={judged.hash} />}
      {changed && <Changed onRead={desk.readAgain} />}
      <ReadingCheck
        {...{ incident, update: part.id, approval: judged.approval }}
        channels={stillEditable(message.renditions).length}
      />
      {stillEditable(message.renditions).map(one => (
        <Rendition key={one.id} incident={incident} update={one} />
      ))}
      {!may && (
        <p role="note">
          <WhoApproves incident={incident} />
        </p>
      )}
      <ReadingFoot {...desk} field={note} held={!may || changed} />
    </div>
  )
}

function sidesOf({ id }: Message, incident: Incident) {
  return openConflicts(incident).find(({ about }) => about === `approval:${id}`)?.sides ?? []
}

interface ReadingCheckProps {
  readonly incident: Incident
  readonly update: UpdateId
  readonly approval: Approval
  /** Parts of the message. */
  readonly channels: number
}

/** [AP8] What the check finds in a text that waits, as its writer sees it, and why they want it published anyway. */
function ReadingCheck({ incident, update, approval, channels }: ReadingCheckProps) {
  const { check, fault, again } = useStoredCheck(incident, update)
  if (check === undefined) {
    if (fault !== undefined) return <FaultNote fault={fault} onAgain={again} />
    return (
      <p className={textStyles.quiet} role="status">
        {checkTexts.checking}
      </p>
    )
  }
  const heaviest = heaviestOf(check.findings)
  const because = reasonOf(approval)
  if (heaviest === undefined && because === '') return null
  return (
    // biome-ignore lint/a11y/useSemanticElements: no form of its own, and its parts stand among the channels
    <div className={composerStyles.checked} role="group" aria-label={texts.lint.label} data-level={heaviest}>
      {heaviest !== undefined && (
        <>
          <p className={composerStyles.checkedHead}>{checkTexts.head[heaviest]}</p>
          <FindingList findings={check.findings} channels={channels} />
        </>
      )}
      {because !== '' && approval.state === 'asked' && (
        <p dir="auto">
          <strong>{t(checkTexts.because, { name: actorName(approval.by), reason: because })}</strong>
        </p>
      )}
      {because === '' && heaviest === 'blocks' && <p>{checkTexts.noReason}</p>}
    </div>
  )
}

/** What is read, by its hash, and what a person says of it: nothing is said of a text that they have not seen. */
function useReadingDesk(incident: Incident, part: Update, onDone: () => void) {
  const { commands } = useCockpit()
  const me = useSession(session => session.me)
  const needed = useRead('settings:read', {}).value?.approvalFor.includes(incident.severity) ?? false
  const { values, set, forget, since } = useTypedFields(`send-back:${part.message}`, { note: '' })
  const { note } = values
  const judged = judgedApproval(part, incident, needed)
  // [AP10] The reason is read with the text.
  const now: ReadNow = { text: judged.hash, because: reasonOf(judged.approval) }
  const [read, setRead] = useState(now)
  const may = mayApprove(me, incident, judged.asksFor)
  const held = !may || now.text !== read.text || now.because !== read.because
  const update = part.id
  const say = async (sent: Promise<{ readonly ok: boolean }>) => {
    if (!(await sent).ok) return
    forget()
    onDone()
  }
  return {
    ...{ judged, read, may, note, since, forget },
    setNote: (typed: string) => set({ note: typed }),
    readAgain: () => setRead(now),
    approve: () => {
      if (!held) void say(commands.send('comms', 'comms:approve', { update, ...read }))
    },
    sendBack: () => {
      if (!held) void say(commands.send('comms', 'comms:send-back', { update, text: read.text, note }))
    },
  }
}

interface ReadNow {
  readonly text: ContentHash
  readonly because: string
}

/** [AP8] Why a text that waits is to be published although the check stops it; empty: nobody said. */
function reasonOf(approval: Approval): string {
  return approval.state === 'asked' ? (approval.because ?? '') : ''
}

/** One channel: where it goes, what changes there, and every word of it. */
function Rendition({ incident, update }: { readonly incident: Incident; readonly update: Update }) {
  const pages = useBoard(board => board.pages)
  const { content, audience } = update
  const { label } = content.channel
  const page = statusPageOf(content.channel, pages)
  const customersToo = messageOf(update, incident.updates).renditions.some(one => isForCustomers(one.content.channel))
  return (
    <section
      className={styles.rendition}
      aria-label={t(text.for, { channel: label, audience: audienceText(audience) })}
    >
      <Facts size="small" facts={publishedFacts(incident, content, audience, page)} />
      <ContentNotes {...{ incident, content, page, customersToo }} />
      <Preview content={content} />
      <PublicNow incident={incident} channel={content.channel} body={content.body} />
    </section>
  )
}
