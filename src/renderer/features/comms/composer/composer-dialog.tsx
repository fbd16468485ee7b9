import { type KeyboardEvent, type RefObject, useEffect, useRef, useState } from 'react'
import type { Input } from '../../../../shared/contract/calls'
import { contentHash } from '../../../../shared/domain/approval'
import type { Readers } from '../../../../shared/domain/channels/channel-kind'
import { readersOf } from '../../../../shared/domain/channels/channel-kinds'
import type { ContentHash, UpdateId } from '../../../../shared/domain/ids'
import type { Incident } from '../../../../shared/domain/incident'
import { changedComponents, isWorse } from '../../../../shared/domain/restore-components'
import { openSlots } from '../../../../shared/domain/slots'
import { basisOf, type TextBasis } from '../../../../shared/domain/text-basis'
import { noChannel, recordedContent } from '../../../../shared/domain/update'
import { texts } from '../../../../shared/texts/texts'
import { useBoard, useCockpit } from '../../../stores/cockpit'
import { Dialog } from '../../../ui/dialog'
import type { DialogPart } from '../../../ui/on-demand'
import { hasTooLong, holdTooLong } from '../../../ui/too-long'
import { statusPageOf } from '../public-facts'
import { type KnownHeldBack, useHeldBack } from '../status-page/use-held-back'
import { useApproval } from './approval-note'
import { blockers } from './blockers'
import { usePublishCheck } from './checked'
import { alsoContents, type ComposerState } from './composer-form'
import { audienceOf, contentOf, isUntouched, withComponent } from './composer-state'
import { Confirmation } from './confirmation'
import { UpdateEditor } from './editor'
import { useMoved } from './moved'
import { Notices, useSaidMeanwhile } from './notices'
import { type Composer, useComposer, useSharedDraft } from './use-composer'

export interface ComposerDialogProps extends DialogPart {
  readonly incident: Incident
  /** null: closed. */
  readonly start: ComposerState | null
  /** [TR4] What the method asks of it: for its writer alone; empty: nothing. */
  readonly asks: string
}

/** Writing an update, then reviewing what will be said, where, and who gets mail, then publishing it. */
export function ComposerDialog({ opened, incident, start, asks, onClose }: ComposerDialogProps) {
  const [readers, setReaders] = useState<Readers>('customers')
  // The dialog's own ways to close (Esc, the cross) ask the form first: it may step back, and it saves the draft.
  const leave = useRef(onClose)
  return (
    <Dialog opened={opened} onClose={() => leave.current()} title={texts.channels.title[readers]} width={1080}>
      {start !== null && <Sheet key={start.update} {...{ incident, start, asks, onClose, leave, setReaders }} />}
    </Dialog>
  )
}

interface SheetProps {
  readonly incident: Incident
  readonly start: ComposerState
  readonly asks: string
  readonly onClose: () => void
  readonly leave: { current: () => void }
  readonly setReaders: (readers: Readers) => void
}

function Sheet({ incident, start, asks, onClose, leave, setReaders }: SheetProps) {
  const shared = useSharedDraft(incident, start)
  const [confirming, setConfirming] = useState(false)
  const composer = useComposer(start, shared, confirming)
  const readers = readersOf(composer.state.channel ?? noChannel)
  useEffect(() => setReaders(readers), [readers, setReaders])
  const form = useRef<HTMLFormElement>(null)
  const { publish, callBack } = usePublishing(composer, onClose)
  const approval = useApproval(incident, composer, confirming)
  const { said, moved, check, held, publishMine, publishToo } = useReview(incident, composer, seen =>
    publish({ ...seen, ...(approval.alone !== '' && { alone: approval.alone }) }),
  )
  const notices = useRef<HTMLDivElement>(null)
  const content = contentOf(composer.state)
  const { setBack, held: heldBack } = useRestoreComponents(composer, incident)
  useEffect(() => {
    leave.current = () => {
      if (callBack()) return onClose()
      if (confirming) return setConfirming(false)
      // Text that is too long for a draft is still offered again.
      const isNew = isUntouched(composer.state, start)
      if (!isNew && form.current !== null && !hasTooLong(form.current))
        void composer.settled().then(written => composer.saveIfChanged(written ?? composer.state))
      onClose()
    }
  })
  const { heard, review, keep } = useSteps({ form, notices, composer, onClose, onReviewed: () => setConfirming(true) })
  const foot = {
    noticesRef: notices,
    notices: (
      <Notices
        {...{ incident, start, asks, composer, shared, moved, said }}
        reviewing={confirming}
        checked={confirming && check.findings.length > 0}
        onPublishToo={confirming ? publishToo : undefined}
      />
    ),
  }
  return (
    <form
      ref={form}
      onSubmit={event => event.preventDefault()}
      onChange={heard}
      onKeyDown={event =>
        onKeys(
          event,
          confirming,
          () => void review(),
          () => void keep(),
          setBack,
          held ? publishToo : undefined,
        )
      }
    >
      {confirming && content !== undefined ? (
        <Confirmation
          incident={incident}
          content={content}
          audience={audienceOf(composer.state)}
          also={alsoContents(composer.state, content)}
          approval={approval}
          onBack={() => setConfirming(false)}
          onPublish={publishMine}
          {...{ held, check, foot }}
        />
      ) : (
        <UpdateEditor
          incident={incident}
          composer={composer}
          setBack={setBack}
          heldBack={heldBack}
          onReview={() => void review()}
          onKeep={() => void keep()}
          foot={foot}
        />
      )}
    </form>
  )
}

/** What the writer is told before it is published, and publishing with what they know and let pass. */
function useReview(incident: Incident, { state }: Composer, publish: Publishing['publish']) {
  const { meanwhile, seen, seenAll } = useSaidMeanwhile(incident, state)
  const moved = useMoved(incident, state)
  const check = usePublishCheck(incident, state)
  const publishWith = async (known: readonly UpdateId[], basis: TextBasis) => {
    const answered = check.answer()
    if (answered === null) return
    const isOut = await publish({ seen: [...known], basis: basisOf(basis), ...answered })
    if (isOut) check.forget()
    else check.again()
  }
  return {
    said: meanwhile,
    ...{ moved, check },
    /** Enter alone publishes nothing: there is news that its writer has not answered. */
    held: meanwhile.length + moved.facts.length + moved.posts.length > 0,
    publishMine: () => void publishWith(seen, moved.basis),
    publishToo: () => void publishWith(seenAll, incident),
  }
}

interface StepsProps {
  readonly form: RefObject<HTMLFormElement | null>
  readonly notices: RefObject<HTMLDivElement | null>
  readonly composer: Composer
  readonly onClose: () => void
  readonly onReviewed: () => void
}

/** What leads on from the text: to its review, or to a draft that is kept. */
function useSteps({ form, notices, composer, onClose, onReviewed }: StepsProps) {
  const typed = useRef(0)
  const isHeld = () => form.current !== null && holdTooLong(form.current)
  // The key was pressed and nothing was stored: the reason takes the focus, and the next Tab reaches what can be done.
  const saved = async (save: Promise<boolean>) => {
    const done = await save
    if (!done) notices.current?.focus()
    return done
  }
  // [CM23] A text that lacks what was typed is not what its writer wants to review, or to store as a draft.
  const filled = async () => {
    const written = await composer.settled()
    if (written === null) notices.current?.focus()
    return written
  }
  return {
    /** Something was typed or chosen. */
    heard: () => {
      typed.current += 1
    },
    // [CM25] What was typed while the text was waited for is part of what its writer wants to review.
    review: async () => {
      if (isHeld()) return
      const before = typed.current
      const written = await filled()
      if (written === null) return
      if (blockers(written).length > 0) return goToMissing(form.current)
      if ((await saved(composer.saveIfChanged(written))) && typed.current === before) onReviewed()
    },
    keep: async () => {
      if (isHeld()) return
      const written = await filled()
      if (written !== null && (await saved(composer.save(written)))) onClose()
    },
  }
}

/**
 * Ctrl+Enter goes on to the confirmation, Ctrl+S saves the draft, Ctrl+B restores components. In the confirmation only
 * its own keys count, and Ctrl+Shift+Enter where Enter publishes nothing: a person who pressed Ctrl+Enter twice has not
 * read what arrived in between.
 */
function onKeys(
  event: KeyboardEvent,
  confirming: boolean,
  review: () => void,
  keep: () => void,
  setBack: (() => void) | undefined,
  publishToo: (() => void) | undefined,
): void {
  if (!(event.ctrlKey || event.metaKey)) return
  const tooAsked = event.shiftKey && event.key === 'Enter'
  const act = confirming ? tooAsked && publishToo : { Enter: review, s: keep, b: setBack }[event.key]
  if (!act) return
  event.preventDefault()
  act()
}

/** What the writer knows of, and what they let pass. */
type Seen = Omit<Input<'comms:publish'>, 'incident' | 'update'>

export interface Publishing {
  /**
   * Publishes what was reviewed, with what its writer has seen, and closes the composer once it is queued.
   * @returns false: the engine refused it
   */
  readonly publish: (seen: Seen) => Promise<boolean>
  /** True while publishing has no answer yet: the update is then cancelled as soon as it is queued. */
  readonly callBack: () => boolean
}

/** Cancelling works from the key that publishes, not from the engine's answer, which a lost connection may delay. */
export function usePublishing({ state, saveIfChanged }: Composer, onClose: () => void): Publishing {
  const { commands } = useCockpit()
  const underWay = useRef<{ calledBack: boolean } | null>(null)
  const send = async (mine: { readonly calledBack: boolean }, seen: Seen) => {
    const { update } = state
    // What is published is what the review shows, also what changed since it opened.
    if (!(await saveIfChanged(state)) || mine.calledBack) return false
    const reply = await commands.send('comms', 'comms:publish', { update, read: readIn(state), ...seen })
    if (reply.ok && mine.calledBack) {
      const all = [update, ...state.also.map(one => one.update)]
      await Promise.all(all.map(one => commands.send('comms', 'comms:cancel', { update: one })))
    }
    return reply.ok
  }
  return {
    publish: async seen => {
      const mine = { calledBack: false }
      underWay.current = mine
      const gone = await send(mine, seen)
      underWay.current = null
      // After cancelling, the writer has left this composer, and may be in another by now.
      if (gone && !mine.calledBack) onClose()
      return gone || mine.calledBack
    },
    callBack: () => {
      if (underWay.current !== null) underWay.current.calledBack = true
      return underWay.current !== null
    },
  }
}

/** [CM1] To the first field that is missing, or to the hole itself; what else is missing is said beside the button. */
function goToMissing(form: HTMLFormElement | null): void {
  const fields = [...(form?.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('input, textarea') ?? [])]
  const missing = fields.find(field => field.matches('[data-error]')) ?? fields.find(({ value }) => hasSlot(value))
  missing?.focus()
  const [slot] = openSlots(missing?.value ?? '')
  if (missing === undefined || slot === undefined) return
  const from = missing.value.indexOf(slot)
  missing.setSelectionRange(from, from + slot.length)
}

function hasSlot(value: string): boolean {
  return openSlots(value).length > 0
}

/** [UP15] What the review shows, part by part. */
function readIn(state: ComposerState): { update: UpdateId; text: ContentHash }[] {
  const content = contentOf(state)
  if (content === undefined) return []
  const parts = [{ update: state.update, content }, ...alsoContents(state, content)]
  return parts.map(({ update, content: part }) => ({ update, text: contentHash(recordedContent(part)) }))
}

interface RestoreKey {
  /** Undefined where there is nothing to restore. */
  readonly setBack: (() => void) | undefined
  /** [SB4] What it leaves to be restored by hand. */
  readonly held: KnownHeldBack['held']
}

/**
 * [SB3] In a resolution: restores every component that is worse than before the incident, together with the text.
 */
export function useRestoreComponents({ state, set }: Composer, incident: Incident): RestoreKey {
  const pages = useBoard(board => board.pages)
  const { held } = useHeldBack(incident, pages)
  const page = state.channel === null ? undefined : statusPageOf(state.channel, pages)
  if (page === undefined || state.stage !== 'resolution') return { setBack: undefined, held }
  const before = new Map(changedComponents(incident, page.connection).map(({ id, to }) => [id, to]))
  const changes = page.components.flatMap(({ id, status }) => {
    const to = before.get(id) ?? 'operational'
    return !held.has(id) && isWorse(state.components[id] ?? status, to) ? [{ id, status, to }] : []
  })
  if (changes.length === 0) return { setBack: undefined, held }
  const setBack = () =>
    set(now => changes.reduce((next, { id, status, to }) => withComponent(next, id, to, status), now))
  return { setBack, held }
}
