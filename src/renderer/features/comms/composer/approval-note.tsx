import { type KeyboardEvent, useId, useState } from 'react'
import { coversWaiver } from '../../../../shared/domain/approval'
import { HOLDING } from '../../../../shared/domain/holding-post'
import type { UpdateId } from '../../../../shared/domain/ids'
import type { Incident } from '../../../../shared/domain/incident'
import { texts } from '../../../../shared/texts/texts'
import { useCockpit, useSession } from '../../../stores/cockpit'
import { useRead } from '../../../stores/use-read'
import { Button } from '../../../ui/button'
import { Key } from '../../../ui/key'
import { TextField } from '../../../ui/text-fields'
import { Trans } from '../../../ui/trans'
import { ApprovalText, approvalStatusOf, judgedApproval, mayApprove, WhoApproves } from '../approval'
import styles from './composer.module.css'
import { withTypedText } from './composer-state'
import type { Composer } from './use-composer'

const text = texts.comms.approval

export interface ApprovalDesk {
  /** Undefined: it needs no approval, and no one requested one. */
  readonly standing: ReturnType<typeof judgedApproval> | undefined
  readonly incident: Incident
  /** [HP2] It is the holding post as its template says it; the engine compares by itself. */
  readonly holding: boolean
  /** @param because why it is to be published although the check stops it; empty: nothing does */
  readonly ask: (because: string) => void
  /** Undefined: this person cannot approve it. */
  readonly approve: ((because: string) => void) | undefined
  /** [AP7] What was typed to go on alone; empty: nothing. */
  readonly alone: string
  readonly typeAlone: (typed: string) => void
}

/**
 * [AP2] The approval of the text under review, as it is in the record. @param looking whether the final review is open
 */
export function useApproval(incident: Incident, { state, set, save }: Composer, looking: boolean): ApprovalDesk {
  const { commands } = useCockpit()
  const me = useSession(session => session.me)
  const settings = useRead('settings:read', {}, looking).value
  const [alone, typeAlone] = useState('')
  const { update } = state
  const known = incident.updates.find(({ id }) => id === update)
  const needed = settings?.approvalFor.includes(incident.severity) ?? false
  const standing = known === undefined ? undefined : judgedApproval(known, incident, needed)
  const shown = standing !== undefined && (standing.asksFor || standing.approval.state !== 'none')
  const isUnchanged = state.template === HOLDING && !state.byHand && Object.keys(state.components).length === 0
  const ask = async (because: string) => {
    // A template's text follows the clock: the text to approve must not.
    const fixed = withTypedText(state, {})
    set(fixed)
    if (await save(fixed))
      await commands.send('comms', 'comms:ask-approval', { update, ...(because !== '' && { because }) })
  }
  const approve = async (because: string, { approval, hash }: ReturnType<typeof judgedApproval>) => {
    const said = because === '' ? {} : { because }
    // [AP10] Who approves for another reason than the one that was asked for says so first.
    const isOther = approval.state === 'asked' && (approval.because ?? '') !== because
    if (isOther && !(await commands.send('comms', 'comms:ask-approval', { update, ...said })).ok) return
    await commands.send('comms', 'comms:approve', { update, text: hash, ...said })
  }
  return {
    ...{ incident, alone, typeAlone },
    standing: shown ? standing : undefined,
    holding: isUnchanged && settings?.holdingApproval === false,
    ask: because => void ask(because),
    approve:
      standing !== undefined && mayApprove(me, incident, standing.asksFor)
        ? because => void approve(because, standing)
        : undefined,
  }
}

/** [AP2] It cannot leave yet: an approval is needed, and is not given, or [AP10] not for this reason. */
export function lacksApproval(desk: ApprovalDesk, check: PassedNow): boolean {
  const { standing, holding } = desk
  if (standing === undefined || !standing.asksFor || standing.own || holding) return false
  return !standing.given || isForOtherReason(desk, check)
}

/** [AP10] What would be let pass with the publication: the rules that block, and why. */
export interface PassedNow {
  readonly overrides: readonly string[]
  readonly because: string
}

function isForOtherReason({ standing }: ApprovalDesk, { overrides, because }: PassedNow): boolean {
  const { asksFor, given, own, approval } = standing ?? {}
  if (!asksFor || !given || own || approval?.state !== 'given') return false
  return !coversWaiver(approval, { overrode: overrides, reason: because })
}

/** [AP1] Requested with `a` and given with `y`, beside the text that it is for. */
export function ApprovalNote({ desk, check, channel, onAsk, onPublish }: ApprovalNoteProps) {
  const { standing, incident, holding, approve } = desk
  if (standing === undefined) return null
  const { approval, disputed, asksFor, own, given } = standing
  const needsNone = asksFor && (own || holding)
  const other = !needsNone && isForOtherReason(desk, check)
  const open = other || (!given && !needsNone)
  return (
    <section className={styles.approval} aria-label={text.title} data-state={open ? approval.state : 'given'}>
      <p>
        {needsNone && (own ? text.own : text.holding)}
        {open && approval.state === 'none' && text.none}
        {disputed && `${text.disputed} `}
        <ApprovalText approval={approval} /> {other && `${text.otherReason} `}
        {open && asksFor && <WhoApproves incident={incident} />} {text.recorded}
      </p>
      {open && approval.state !== 'asked' && (other || approval.state !== 'given') && (
        <Button onClick={onAsk}>
          <Trans text={text.ask} parts={{ key: <Key quiet>a</Key> }} />
        </Button>
      )}
      {open && approve !== undefined && (
        <Button onClick={() => approve(check.because)}>
          <Trans text={text.approve} parts={{ key: <Key quiet>y</Key> }} />
        </Button>
      )}
      {open && asksFor && approve === undefined && <Alone {...{ desk, channel, onPublish }} />}
    </section>
  )
}

export interface ApprovalNoteProps {
  readonly desk: ApprovalDesk
  readonly check: PassedNow
  /** What has to be typed to go on alone. */
  readonly channel: string
  readonly onAsk: () => void
  readonly onPublish: () => void
}

/** [AP7] Going on without a second person takes the channel's name, typed: no key that is pressed anyway publishes. */
function Alone({ desk: { alone, typeAlone }, channel, onPublish }: Omit<ApprovalNoteProps, 'onAsk' | 'check'>) {
  const label = useId()
  const isTyped = alone.trim() === channel.trim()
  const press = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    event.stopPropagation()
    if (isTyped && !event.repeat) onPublish()
  }
  return (
    <div className={styles.alone}>
      <span id={label}>
        <Trans text={text.alone} parts={{ channel: <strong dir="auto">{channel}</strong> }} />
      </span>
      <TextField
        limit={null}
        aria-labelledby={label}
        value={alone}
        onChange={event => typeAlone(event.currentTarget.value)}
        onKeyDown={press}
      />
      <Button onClick={isTyped ? onPublish : undefined} aria-disabled={!isTyped || undefined}>
        <Trans text={text.aloneGo} parts={{ key: <Key quiet>↵</Key> }} />
      </Button>
    </div>
  )
}

/** [AP1] Plain letters, but in the field for the channel's name. */
export function approvalKey(event: KeyboardEvent, desk: ApprovalDesk, check: PassedNow, onAsk: () => void): void {
  const { standing, approve } = desk
  if (standing === undefined || event.ctrlKey || event.metaKey || event.altKey) return
  const other = isForOtherReason(desk, check)
  if (event.target instanceof HTMLInputElement || (standing.given && !other)) return
  const { state } = standing.approval
  const isAsked = state === 'asked' || (state === 'given' && !other)
  const act = { a: isAsked ? undefined : onAsk, y: approve && (() => approve(check.because)) }
  const run = act[event.key as keyof typeof act]
  if (run === undefined) return
  event.preventDefault()
  event.stopPropagation()
  run()
}

/** [AP6] Why the text that is being written came back, while it is written anew. */
export function SentBackNote({ incident, update }: { readonly incident: Incident; readonly update: UpdateId }) {
  const known = incident.updates.find(({ id }) => id === update)
  if (known === undefined) return null
  const { approval } = approvalStatusOf(known, incident)
  if (approval.state !== 'sent-back') return null
  return (
    <p className={styles.approval} role="note">
      <span>
        <ApprovalText approval={approval} />
      </span>
    </p>
  )
}
