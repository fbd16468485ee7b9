import { type KeyboardEvent, useId, useState } from 'react'
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
  readonly approve: (() => void) | undefined
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
  return {
    ...{ incident, alone, typeAlone },
    standing: shown ? standing : undefined,
    holding: isUnchanged && settings?.holdingApproval === false,
    ask: because => void ask(because),
    approve:
      standing !== undefined && mayApprove(me, incident, standing.asksFor)
        ? () => void commands.send('comms', 'comms:approve', { update, text: standing.hash })
        : undefined,
  }
}

/** [AP2] It cannot leave yet: an approval is needed, and is not given. */
export function lacksApproval({ standing, holding }: ApprovalDesk): boolean {
  return standing !== undefined && standing.asksFor && !standing.given && !standing.own && !holding
}

/** [AP1] Requested with `a` and given with `y`, beside the text that it is for. */
export function ApprovalNote({ desk, channel, onAsk, onPublish }: ApprovalNoteProps) {
  const { standing, incident, holding, approve } = desk
  if (standing === undefined) return null
  const { approval, disputed, asksFor, own, given } = standing
  const needsNone = asksFor && (own || holding)
  const open = !given && !needsNone
  return (
    <section className={styles.approval} aria-label={text.title} data-state={open ? approval.state : 'given'}>
      <p>
        {needsNone && (own ? text.own : text.holding)}
        {open && approval.state === 'none' && text.none}
        {disputed && `${text.disputed} `}
        <ApprovalText approval={approval} /> {open && asksFor && <WhoApproves incident={incident} />} {text.recorded}
      </p>
      {open && approval.state !== 'asked' && approval.state !== 'given' && (
        <Button onClick={onAsk}>
          <Trans text={text.ask} parts={{ key: <Key quiet>a</Key> }} />
        </Button>
      )}
      {open && approve !== undefined && (
        <Button onClick={approve}>
          <Trans text={text.approve} parts={{ key: <Key quiet>y</Key> }} />
        </Button>
      )}
      {open && asksFor && approve === undefined && <Alone {...{ desk, channel, onPublish }} />}
    </section>
  )
}

export interface ApprovalNoteProps {
  readonly desk: ApprovalDesk
  /** What has to be typed to go on alone. */
  readonly channel: string
  readonly onAsk: () => void
  readonly onPublish: () => void
}

/** [AP7] Going on without a second person takes the channel's name, typed: no key that is pressed anyway publishes. */
function Alone({ desk: { alone, typeAlone }, channel, onPublish }: Omit<ApprovalNoteProps, 'onAsk'>) {
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
export function approvalKey(event: KeyboardEvent, { standing, approve }: ApprovalDesk, onAsk: () => void): void {
  if (standing === undefined || event.ctrlKey || event.metaKey || event.altKey) return
  if (event.target instanceof HTMLInputElement || standing.given) return
  const { state } = standing.approval
  const act = { a: state === 'asked' || state === 'given' ? undefined : onAsk, y: approve }
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
