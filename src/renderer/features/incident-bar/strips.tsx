import { useRef } from 'react'
import { useStore } from 'zustand'
import type { CopiedNotice } from '../../../shared/contract/copied-notice'
import type { OtherFolderState } from '../../../shared/domain/workspace'
import { t, tCount } from '../../../shared/texts/t'
import { texts } from '../../../shared/texts/texts'
import { keyOf } from '../../commands/command-list'
import { useCockpit, useNow, useSession } from '../../stores/cockpit'
import { openedBy } from '../../stores/opened-by'
import { useCommand } from '../../stores/use-command'
import { Button } from '../../ui/button'
import { useClockFace } from '../../ui/clock-face'
import { faultText } from '../../ui/fault-text'
import { Key } from '../../ui/key'
import { onDemand } from '../../ui/on-demand'
import { clockText } from '../../ui/span-text'
import { Trans } from '../../ui/trans'
import styles from './strips.module.css'

/** [CW4] Says that the engine is out of reach, and as of when everything on the screen is. */
export function LinkStrip() {
  const link = useSession(session => session.link)
  const fault = useSession(session => session.fault)
  const { now } = useCockpit()
  const quiet = useStore(now, state => state.quiet)
  const heardAt = useStore(now, state => state.heardAt)
  const clock = useClockFace()
  const state = quiet ? 'quiet' : link
  if (state !== 'open' && state !== 'connecting') {
    const { is, means } = texts.bar.line[state]
    return (
      <div className={styles.linkStrip} role="alert">
        <strong>{is}</strong> {heardAt !== null && t(texts.bar.asOf, { time: clock.full(heardAt) })} {means}
      </div>
    )
  }
  if (fault === null) return null
  return (
    <div className={styles.linkStrip} role="alert">
      <strong>{texts.bar.noGreeting}</strong> {faultText(fault)}
    </div>
  )
}

const copiedTexts = texts.copiedFolder

/**
 * [WS4] Asks what became of the folder that this one is a copy of, until a person answers; then shows what follows from
 * it.
 */
export function CopiedStrip() {
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
export function SenderStrip({ incident }: { readonly incident: string | undefined }) {
  const { focus } = useCockpit()
  const sender = useSession(session => session.elsewhere.find(one => one.incident === incident))
  if (sender === undefined) return null
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

const drillTexts = texts.drillBanner

/** Unmistakable: nobody may take a drill for the real thing, nor the real thing for a drill. */
export function DrillBanner() {
  const world = useSession(session => session.world)
  const { focus } = useCockpit()
  const now = useNow()
  if (world.kind !== 'drill') return null
  return (
    <aside className={styles.banner} aria-label={drillTexts.drill}>
      <strong className={styles.drillWord}>{drillTexts.drill}</strong>
      <span className={styles.plate}>
        <span className={styles.bannerTitle}>{world.title}</span>
        <span>{t(drillTexts.clock, { span: clockText(now - world.startedAt) })}</span>
        {world.speed !== 1 && <span>{t(drillTexts.speed, { speed: world.speed })}</span>}
        <span>{drillTexts.safe}</span>
        <button type="button" className={styles.leave} onClick={() => focus.request('connections')}>
          {drillTexts.leave}
        </button>
      </span>
    </aside>
  )
}
