import { useEffect, useRef, useState } from 'react'
import type { Incident } from '../../../shared/domain/incident'
import { actorName, samePerson } from '../../../shared/domain/people'
import { type EditVerdict, editedUpdate, editHash, type ProposedEdit } from '../../../shared/domain/proposed-edit'
import { overrodeText } from '../../../shared/events/update-publishing'
import { utcClock } from '../../../shared/lib/time'
import { t } from '../../../shared/texts/t'
import { texts } from '../../../shared/texts/texts'
import { useCockpit, useSession } from '../../stores/cockpit'
import { useTypedFields } from '../../stores/use-typed-fields'
import { useClockFace } from '../../ui/clock-face'
import { Facts } from '../../ui/facts'
import textStyles from '../../ui/text.module.css'
import { Trans } from '../../ui/trans'
import { useMayApproveEdit, WhoApproves } from './approval'
import composerStyles from './composer/composer.module.css'
import { WordChanges } from './composer/public-now'
import styles from './reading.module.css'
import { ReadingFoot, readingKey } from './reading-parts'

const text = texts.editPublished.read

interface EditReadingProps {
  readonly incident: Incident
  readonly edit: ProposedEdit
  /** How many texts wait, this one included. */
  readonly count: number
  readonly onDone: () => void
}

/** [PE5] A proposed edit: what customers read, with what would change marked, the time, and why. */
export function EditReading({ incident, edit, count, onDone }: EditReadingProps) {
  const clock = useClockFace()
  const { what } = edit
  const desk = useEditDesk(incident, edit, onDone)
  const own = useRef<HTMLDivElement>(null)
  const note = useRef<HTMLTextAreaElement>(null)
  // Its keys work at once; no button has the focus, so that Enter approves nothing.
  useEffect(() => own.current?.focus({ preventScroll: true }), [])
  const keys = { ...desk, changed: false, readAgain: () => undefined, toNote: () => note.current?.focus() }
  const page = editedUpdate(edit, incident)?.content.channel.label ?? what.publicIncident.name
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys are those of the buttons in it
    <div ref={own} className={styles.reading} tabIndex={-1} onKeyDown={event => readingKey(event, keys)}>
      <p className={textStyles.soft}>
        {count > 1 && `${t(texts.comms.reading.place, { place: 1, count })}. `}
        <Trans text={text.asks} parts={{ name: <bdi>{actorName(edit.by)}</bdi>, time: clock.short(edit.at) }} />{' '}
        {texts.comms.approval.recorded}
      </p>
      <Facts
        size="small"
        facts={[
          { name: text.on, value: page },
          { name: text.why, value: what.why },
          ...(what.displayedAt === undefined
            ? []
            : [{ name: text.time, value: t(text.utc, { time: utcClock(what.displayedAt).slice(0, 5) }) }]),
        ]}
      />
      {what.anyway !== undefined && (
        <p className={composerStyles.approval} role="note" dir="auto">
          {t(text.anyway, { what: overrodeText(what.anyway.overrode), reason: what.anyway.reason })}
        </p>
      )}
      <section className={styles.rendition} aria-label={text.words}>
        {what.body === what.before ? (
          <p className={composerStyles.body} dir="auto">
            {what.body}
          </p>
        ) : (
          <WordChanges before={what.before} after={what.body} />
        )}
        {what.body !== what.before && (
          <p className={composerStyles.body} dir="auto">
            {what.body}
          </p>
        )}
      </section>
      {!desk.may && (
        <p role="note">
          <WhoApproves incident={incident} />
        </p>
      )}
      <ReadingFoot {...desk} field={note} held={!desk.may} />
    </div>
  )
}

function useEditDesk(incident: Incident, { id, what, by }: ProposedEdit, onDone: () => void) {
  const { commands } = useCockpit()
  const me = useSession(session => session.me)
  const { values, set, forget, since } = useTypedFields(`send-back:${id}`, { note: '' })
  const { note } = values
  // What was read is what is judged: it cannot change, a new wording is another edit.
  const [read] = useState(() => editHash(what))
  const may = useMayApproveEdit(
    incident,
    incident.updates.find(update => update.id === what.update),
  )
  const own = me !== null && samePerson(by, { kind: 'person', responder: me })
  const say = async (verdict: EditVerdict) => {
    if (!may && !(own && verdict === 'sent-back')) return
    const said = { edit: id, text: read, verdict, note: verdict === 'approved' ? '' : note }
    if (!(await commands.send('comms', 'comms:judge-edit', said)).ok) return
    forget()
    onDone()
  }
  return {
    ...{ may, own, note, since, forget },
    setNote: (typed: string) => set({ note: typed }),
    approve: () => void say('approved'),
    sendBack: () => void say('sent-back'),
  }
}
