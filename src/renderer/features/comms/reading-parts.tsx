import type { KeyboardEvent, RefObject } from 'react'
import { LINE_LIMIT } from '../../../shared/events/fields'
import type { Millis } from '../../../shared/lib/time'
import { texts } from '../../../shared/texts/texts'
import { useCockpit, useFault } from '../../stores/cockpit'
import { Button } from '../../ui/button'
import { ButtonRow } from '../../ui/button-row'
import { FaultNote } from '../../ui/fault-note'
import { Key } from '../../ui/key'
import { RestoredNote } from '../../ui/restored-note'
import { TextArea } from '../../ui/text-fields'
import { Trans } from '../../ui/trans'
import composerStyles from './composer/composer.module.css'
import styles from './reading.module.css'

const text = texts.comms.reading

/** What a person who reads says of it. */
export interface Verdicts {
  readonly note: string
  readonly setNote: (typed: string) => void
  readonly approve: () => void
  readonly sendBack: () => void
}

interface ReadingFootProps extends Verdicts {
  readonly field: RefObject<HTMLTextAreaElement | null>
  /** Neither is theirs to say, or what they read is there no more. */
  readonly held: boolean
  /** [PE5] It is their own: they may take it back, whoever approves. */
  readonly own?: boolean
  readonly since: Millis | null
  readonly forget: () => void
}

/** [AP6] The note, and the two answers: in sight, however long the text is. */
export function ReadingFoot({
  note,
  setNote,
  approve,
  sendBack,
  field,
  held,
  own = false,
  since,
  forget,
}: ReadingFootProps) {
  const { commands } = useCockpit()
  const fault = useFault('comms')
  return (
    <div className={composerStyles.foot}>
      <RestoredNote since={since} forget={forget} />
      <TextArea
        ref={field}
        limit={LINE_LIMIT}
        label={text.note}
        description={text.noteHint}
        rows={1}
        value={note}
        onChange={event => setNote(event.currentTarget.value)}
      />
      <FaultNote fault={fault} onDismiss={() => commands.dismiss('comms')} />
      <ButtonRow className={styles.answers}>
        <Button onClick={sendBack} aria-disabled={(held && !own) || undefined}>
          <Trans text={own ? text.takeBack : text.back} parts={{ key: <Key quiet>b</Key> }} />
        </Button>
        <Button tone="primary" onClick={approve} aria-disabled={held || undefined}>
          <Trans text={texts.comms.approval.approve} parts={{ key: <Key quiet>y</Key> }} />
        </Button>
      </ButtonRow>
    </div>
  )
}

export function Changed({ onRead }: { readonly onRead: () => void }) {
  return (
    <p className={composerStyles.approval} role="alert">
      {text.changed}{' '}
      <Button onClick={onRead}>
        <Trans text={text.read} parts={{ key: <Key quiet>n</Key> }} />
      </Button>
    </p>
  )
}

interface ReadingKeys extends Pick<Verdicts, 'approve' | 'sendBack'> {
  readonly readAgain: () => void
  readonly changed: boolean
  readonly toNote: () => void
}

/** `y` approves; `b` goes to the note, and sends back from there with Ctrl+Enter; `n`: the changed text was read. */
export function readingKey(event: KeyboardEvent, { approve, sendBack, readAgain, changed, toNote }: ReadingKeys): void {
  const chord = event.ctrlKey || event.metaKey
  const inNote = event.target instanceof HTMLTextAreaElement
  const keys: Readonly<Record<string, (() => void) | undefined>> = inNote
    ? { Enter: chord ? sendBack : undefined }
    : { y: chord ? undefined : approve, b: chord ? undefined : toNote, n: changed && !chord ? readAgain : undefined }
  const run = event.altKey || event.repeat ? undefined : keys[event.key]
  if (run === undefined) return
  event.preventDefault()
  event.stopPropagation()
  run()
}
