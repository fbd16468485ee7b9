import { useCallback, useRef } from 'react'
import type { CopiedNotice } from '../../../shared/contract/copied-notice'
import type { SentElsewhere } from '../../../shared/contract/sent-elsewhere'
import { approvalOf, approverRole, isDisputed } from '../../../shared/domain/approval'
import { channelKind } from '../../../shared/domain/channels/channel-kinds'
import type { Incident } from '../../../shared/domain/incident'
import type { Message } from '../../../shared/domain/message'
import { openedChannel } from '../../../shared/domain/opened-channel'
import { actorName } from '../../../shared/domain/people'
import { type ProposedEdit, waitingEdits } from '../../../shared/domain/proposed-edit'
import { criteriaNow, offersRoom, offersRoomEnd } from '../../../shared/domain/room-criteria'
import { openPrompt, type SeverityPrompt } from '../../../shared/domain/severity-prompts'
import { waitingForApproval } from '../../../shared/domain/waiting-approval'
import type { OtherFolderState } from '../../../shared/domain/workspace'
import { t, tCount } from '../../../shared/texts/t'
import { texts } from '../../../shared/texts/texts'
import { keyOf } from '../../commands/command-list'
import { useBoard, useCockpit, useNow, useSession } from '../../stores/cockpit'
import { openedBy } from '../../stores/opened-by'
import { useCommand } from '../../stores/use-command'
import { Button } from '../../ui/button'
import { useClockFace } from '../../ui/clock-face'
import { Key } from '../../ui/key'
import { onDemand } from '../../ui/on-demand'
import { Trans } from '../../ui/trans'
import { MergeStrips } from './merge-strips'
import styles from './strips.module.css'
import { TransferStrip } from './transfer-strip'

/** Strips above the bar that are rare and ask something. */
export function RareStrips({ incident }: { readonly incident: Incident | undefined }) {
  const prompt = incident && openPrompt(incident)
  return (
    <>
      <CopiedStrip />
      <SenderStrip incident={incident?.id} />
      {incident !== undefined && <MergeStrips incident={incident} />}
      {incident !== undefined && <TransferStrip incident={incident} />}
      {incident !== undefined && <ApprovalStrip incident={incident} />}
      {prompt !== undefined && <PromptStrip prompt={prompt} />}
      {incident !== undefined && <RoomStrip incident={incident} />}
    </>
  )
}

const copiedTexts = texts.copiedFolder

/**
 * [WS4] Asks what became of the folder that this one is a copy of, until a person answers; then shows what follows from
 * it.
 */
function CopiedStrip() {
  const copied = useSession(session => session.copied)
  return copied === null ? null : <CopiedNoticeStrip copied={copied} />
}

function CopiedNoticeStrip({ copied }: { readonly copied: CopiedNotice }) {
  const { focus } = useCockpit()
  const strip = useRef<HTMLElement>(null)
  useCommand('copied', () => strip.current?.querySelector('button')?.focus())
  const { other, leftBehind } = copied
  const state = other ?? 'asked'
  return (
    <aside ref={strip} className={styles.strip} aria-label={copiedTexts.name} data-copied={state}>
      <p className={styles.words} role="status">
        <strong>{copiedTexts.is[state]}</strong> {copiedTexts.means[state]}{' '}
        {leftBehind > 0 && <span>{tCount(copiedTexts.leftBehind[state], leftBehind)}</span>}
      </p>
      <span className={styles.keys}>
        {other !== 'gone' && <Trans text={copiedTexts.answer} parts={{ key: <Key>{keyOf('copied')}</Key> }} />}
        {other !== 'gone' && <Answer copied={copied} other="gone" />}
        {other === null && <Answer copied={copied} other="runs" />}
        {other === 'gone' && <Button onClick={() => focus.request('outbox')}>{copiedTexts.show}</Button>}
      </span>
    </aside>
  )
}

interface AnswerProps {
  readonly copied: CopiedNotice
  readonly other: OtherFolderState
}

function Answer({ copied: { stream, origin, other: was }, other }: AnswerProps) {
  const { commands } = useCockpit()
  const say = () => void commands.ask('incident', 'folder:answer', { incident: stream, origin, other, was })
  return (
    <Button onClick={say} title={copiedTexts.mean[other]}>
      {copiedTexts.answers[other]}
    </Button>
  )
}

const senderTexts = texts.sender

const TakeOverDialog = openedBy(
  'take-over',
  onDemand(async () => (await import('./take-over-dialog')).TakeOverDialog),
)

/** [OW4] Says who sends for the incident that is shown, where it is not this machine, with the key to take over. */
function SenderStrip({ incident }: { readonly incident: string | undefined }) {
  const { focus } = useCockpit()
  const sender = useSession(session => session.elsewhere.find(one => one.incident === incident))
  if (sender === undefined) return null
  if (sender.handedTo !== null) return <HandedOverStrip sender={sender} to={sender.handedTo} />
  const { here, who, waiting } = sender
  const state = here ? 'here' : who === null ? 'nobody' : 'other'
  return (
    <aside className={styles.strip} aria-label={senderTexts.name} data-sender={state}>
      <p className={styles.words} role="status" dir="auto">
        <strong>{t(senderTexts.is[state], { who: who ?? '' })}</strong>{' '}
        {waiting > 0 ? tCount(senderTexts.waiting, waiting) : senderTexts.nothingWaits}
      </p>
      <span className={styles.keys}>
        <Button onClick={() => focus.request('take-over')}>
          <Trans
            text={here ? senderTexts.send : senderTexts.take}
            parts={{ key: <Key quiet>{keyOf('take-over')}</Key> }}
          />
        </Button>
      </span>
      <TakeOverDialog sender={sender} />
    </aside>
  )
}

const handedTexts = texts.bundle.handedOver

/** [OW5] This machine handed over, and nobody has accepted yet as far as is known here: one key takes it back. */
function HandedOverStrip({ sender, to }: { readonly sender: SentElsewhere; readonly to: string }) {
  const { commands } = useCockpit()
  const { incident, term, waiting } = sender
  const back = useCallback(
    () => void commands.ask('incident', 'owner:take', { incident, term }),
    [commands, incident, term],
  )
  useCommand('take-over', back)
  return (
    <aside className={styles.strip} aria-label={senderTexts.name} data-sender="handed-over">
      <p className={styles.words} role="status" dir="auto">
        <strong>{to === '' ? handedTexts.anybody : t(handedTexts.named, { to })}</strong>{' '}
        {waiting > 0 ? tCount(senderTexts.waiting, waiting) : senderTexts.nothingWaits}
      </p>
      <span className={styles.keys}>
        <Button onClick={back}>
          <Trans text={handedTexts.back} parts={{ key: <Key quiet>{keyOf('take-over')}</Key> }} />
        </Button>
      </span>
    </aside>
  )
}

const { waits: waitsTexts, approval: approvalTexts } = texts.comms

/** @returns `by` who asked; undefined: nobody, it is disputed */
function messageThatWaits({ id, renditions }: Message, incident: Incident) {
  const approval = approvalOf(id, renditions, incident)
  const isAsked = approval.state === 'asked' && !isDisputed(id, incident)
  const title = renditions[0]?.content.title ?? ''
  return { asks: waitsTexts.asks, by: isAsked ? approval.by : undefined, title }
}

function editThatWaits({ by, what }: ProposedEdit) {
  return { asks: waitsTexts.asksEdit, by, title: what.publicIncident.name }
}

/** [AP9] A customer update waits for the word of the person who sits here, and the key that opens it. */
function ApprovalStrip({ incident }: { readonly incident: Incident }) {
  const { focus } = useCockpit()
  const me = useSession(session => session.me)
  if (me === null || approverRole({ kind: 'person', responder: me }, incident) === undefined) return null
  const waiting = [
    ...waitingForApproval(incident).map(of => messageThatWaits(of, incident)),
    ...waitingEdits(incident).map(editThatWaits),
  ]
  const [first, ...others] = waiting
  if (first === undefined) return null
  return (
    <aside className={styles.strip} aria-label={waitsTexts.name} data-approval>
      <p className={styles.words} role="status">
        <strong>
          {first.by === undefined ? (
            approvalTexts.disputed
          ) : (
            <Trans text={first.asks} parts={{ name: <bdi>{actorName(first.by)}</bdi> }} />
          )}
        </strong>{' '}
        <span dir="auto">{t(waitsTexts.title, { title: first.title })}</span>{' '}
        {others.length > 0 && t(texts.comms.reading.place, { place: 1, count: others.length + 1 })}
      </p>
      <span className={styles.keys}>
        <Button onClick={() => focus.request('approve-update')}>
          <Trans text={approvalTexts.read} parts={{ key: <Key quiet>{keyOf('approve-update')}</Key> }} />
        </Button>
      </span>
    </aside>
  )
}

const promptTexts = texts.severityPrompts

/** [RS8] Another severity is offered: its evidence, the way to the form, and “not now”. Nothing is set by it. */
function PromptStrip({
  prompt: { key, direction, severity, text, evidence, at },
}: {
  readonly prompt: SeverityPrompt
}) {
  const { commands, focus } = useCockpit()
  const clock = useClockFace()
  const change = useCallback(() => void focus.request('severity', key), [focus, key])
  const decline = useCallback(
    () => void commands.send('incident', 'incident:decline-prompt', { prompt: key }),
    [commands, key],
  )
  useCommand('severity-offer', change)
  useCommand('severity-not-now', decline)
  return (
    <aside className={styles.strip} aria-label={promptTexts.name} data-prompt={direction}>
      <p className={styles.words} role="status">
        <strong>{t(promptTexts.asks[direction], { severity })}</strong>{' '}
        <span dir="auto">{t(promptTexts.why, { text, evidence })}</span>{' '}
        <span className={styles.aside}>{t(promptTexts.at, { time: clock.short(at) })}</span>
        {direction === 'lower' && ` ${t(promptTexts.slower, { severity })}`}
      </p>
      <span className={styles.keys}>
        <Button onClick={change}>
          <Trans text={promptTexts.change} parts={{ key: <Key quiet>{keyOf('severity-offer')}</Key> }} />
        </Button>
        <Button onClick={decline}>
          <Trans text={promptTexts.notNow} parts={{ key: <Key quiet>{keyOf('severity-not-now')}</Key> }} />
        </Button>
      </span>
    </aside>
  )
}

const roomTexts = texts.room.offer

/** [WR4] [WR6] A war room is offered where its criteria hold, and its end once the incident is resolved. */
function RoomStrip({ incident }: { readonly incident: Incident }) {
  const { commands, focus } = useCockpit()
  const now = useNow()
  const isConnected = useBoard(board => board.channels.some(channel => channelKind(channel).rooms))
  const ends = offersRoomEnd(incident)
  if (!ends && !(isConnected && offersRoom(incident, now))) return null
  const reasons = criteriaNow(incident, now).filter(({ holds }) => holds)
  const name = openedChannel(incident)?.channel.name ?? ''
  const { severity } = incident
  return (
    <aside className={styles.strip} aria-label={roomTexts.name} data-room={ends ? 'end' : 'open'}>
      <p className={styles.words} role="status">
        <strong>{ends ? t(roomTexts.ends, { name }) : roomTexts.asks}</strong>{' '}
        {!ends && reasons.map(({ criterion }) => t(roomTexts.why[criterion], { severity })).join(' ')}
      </p>
      <span className={styles.keys}>
        <Button onClick={() => focus.request('chat-open')}>
          <Trans text={ends ? roomTexts.end : roomTexts.open} parts={{ key: <Key quiet>{keyOf('chat-open')}</Key> }} />
        </Button>
        <Button onClick={() => void commands.send('incident', 'room:set', { declined: true })}>
          {ends ? roomTexts.keep : roomTexts.no}
        </Button>
      </span>
    </aside>
  )
}
