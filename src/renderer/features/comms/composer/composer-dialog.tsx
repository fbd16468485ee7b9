import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import type { Audience } from '../../../../shared/domain/channels/channel-kind'
import { audienceOf } from '../../../../shared/domain/channels/channel-kinds'
import type { Incident } from '../../../../shared/domain/incident'
import { noChannel } from '../../../../shared/domain/update'
import { words } from '../../../../shared/words/words'
import { useCockpit, useFault } from '../../../stores/cockpit'
import { useEditing } from '../../../stores/use-editing'
import { ChangedMeanwhile, OthersHere } from '../../../ui/colleagues'
import { Dialog } from '../../../ui/dialog'
import { FaultNote } from '../../../ui/fault-note'
import type { DialogPart } from '../../../ui/on-demand'
import { hasTooLong, holdTooLong } from '../../../ui/too-long'
import { blockers, type ComposerState, contentOf, resumeComposer } from './composer-state'
import { Confirmation } from './confirmation'
import { Editor } from './editor'
import { type Composer, useComposer } from './use-composer'
import { usePublishing } from './use-publishing'
import { useSetBack } from './use-set-back'
import { type SharedDraft, useSharedDraft } from './use-shared-draft'

export interface ComposerDialogProps extends DialogPart {
  readonly incident: Incident
  /** null: closed. */
  readonly start: ComposerState | null
}

/** Writing an update, then looking at what will be said, where, and who gets mail, then letting it go. */
export function ComposerDialog({ opened, incident, start, onClose }: ComposerDialogProps) {
  const [audience, setAudience] = useState<Audience>('customers')
  // The dialog's own ways to close (Esc, the cross) ask the sheet first: it may step back, and it keeps the draft.
  const leave = useRef(onClose)
  return (
    <Dialog opened={opened} onClose={() => leave.current()} title={words.channels.title[audience]} width={1080}>
      {start !== null && <Sheet key={start.update} {...{ incident, start, onClose, leave, setAudience }} />}
    </Dialog>
  )
}

interface SheetProps {
  readonly incident: Incident
  readonly start: ComposerState
  readonly onClose: () => void
  readonly leave: { current: () => void }
  readonly setAudience: (audience: Audience) => void
}

function Sheet({ incident, start, onClose, leave, setAudience }: SheetProps) {
  const shared = useSharedDraft(incident, start)
  const composer = useComposer(start, shared)
  const audience = audienceOf(composer.state.channel ?? noChannel)
  useEffect(() => setAudience(audience), [audience, setAudience])
  const others = useEditing(incident.id, `update:${start.update}`)
  const fault = useFault('comms')
  const form = useRef<HTMLFormElement>(null)
  const [confirming, setConfirming] = useState(false)
  const { publish, callBack } = usePublishing(composer, onClose)
  const content = contentOf(composer.state)
  const setBack = useSetBack(composer, incident)
  useEffect(() => {
    leave.current = () => {
      if (callBack()) return onClose()
      if (confirming) return setConfirming(false)
      // What is too long for a draft is offered again all the same.
      if (form.current !== null && !hasTooLong(form.current)) void composer.settled().then(composer.saveIfChanged)
      onClose()
    }
  })
  const isHeld = () => form.current !== null && holdTooLong(form.current)
  const review = async () => {
    if (isHeld()) return
    const written = await composer.settled()
    if (blockers(written).length === 0 && (await composer.saveIfChanged(written))) setConfirming(true)
  }
  const keep = async () => {
    if (isHeld()) return
    if (await composer.save(await composer.settled())) onClose()
  }
  return (
    <form
      ref={form}
      onSubmit={event => event.preventDefault()}
      onKeyDown={event =>
        onKeys(
          event,
          confirming,
          () => void review(),
          () => void keep(),
          setBack,
        )
      }
    >
      {confirming && content !== undefined ? (
        <Confirmation
          incident={incident}
          content={content}
          onBack={() => setConfirming(false)}
          onPublish={() => void publish()}
        />
      ) : (
        <Editor
          incident={incident}
          composer={composer}
          setBack={setBack}
          onReview={() => void review()}
          onKeep={() => void keep()}
        />
      )}
      <OthersHere names={others.map(({ who }) => who.name)} />
      <TheirDraft shared={shared} composer={composer} />
      <FaultNote fault={fault} />
    </form>
  )
}

/** What somebody else made of this draft while it was open here. */
function TheirDraft({ shared, composer }: { readonly shared: SharedDraft; readonly composer: Composer }) {
  const { commands } = useCockpit()
  const { theirs, goOnFrom } = shared
  if (theirs === undefined) return null
  const goOn = () => {
    commands.dismiss('comms')
    goOnFrom(theirs)
  }
  const takeTheirs = () => {
    composer.goOnWith(resumeComposer({ id: composer.state.update, content: theirs }))
    goOn()
  }
  return <ChangedMeanwhile theirs={`${theirs.title}: ${theirs.body}`} onTakeTheirs={takeTheirs} onKeepMine={goOn} />
}

/** Ctrl+Enter goes on to the confirmation, Ctrl+S keeps the draft, Ctrl+B sets components back; once confirming, only the confirmation's own keys count. */
function onKeys(
  event: KeyboardEvent,
  confirming: boolean,
  review: () => void,
  keep: () => void,
  setBack: (() => void) | undefined,
): void {
  if (confirming || !(event.ctrlKey || event.metaKey)) return
  const act = { Enter: review, s: keep, b: setBack }[event.key]
  if (act === undefined) return
  event.preventDefault()
  act()
}
