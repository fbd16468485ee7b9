import { useEffect, useRef, useState } from 'react'
import { listText, t, tCount } from '../../../shared/texts/t'
import { texts } from '../../../shared/texts/texts'
import { useCockpit } from '../../stores/cockpit'
import { useAlertNames } from '../../stores/use-alert-answer'
import { useRead } from '../../stores/use-read'
import { useTypedFields } from '../../stores/use-typed-fields'
import { FaultNote } from '../../ui/fault-note'
import { Form } from '../../ui/form'
import { RestoredNote } from '../../ui/restored-note'
import textStyles from '../../ui/text.module.css'
import { TextArea } from '../../ui/text-fields'
import { dependencyText, readDependencies } from './dependency-text'

const said = texts.dependencies

/** Which service needs which: an outage of one then groups the alerts of those that need it. */
export function DependenciesForm({ onDone }: { readonly onDone: () => void }) {
  const { commands } = useCockpit()
  const { value, fault, again } = useRead('alerts:dependencies', {})
  const saved = value === undefined ? null : dependencyText(value)
  const { values, set, forget, since } = useTypedFields('dependencies', { text: '' }, 'cockpit')
  // Typed text is shown instead of the engine's. An emptied field would count as nothing typed, so a line feed is
  // stored.
  const text = saved === null ? null : values.text === '' ? saved : values.text
  const [tried, setTried] = useState(false)
  const field = useRef<HTMLTextAreaElement>(null)
  const ready = text !== null
  useEffect(() => {
    if (ready) field.current?.focus()
  }, [ready])
  const read = readDependencies(text ?? '')
  const save = async () => {
    setTried(true)
    if (text === null || 'problem' in read) return
    const reply = await commands.ask('connections', 'alerts:depend', { dependsOn: read.dependsOn })
    if (!reply.ok) return
    forget()
    onDone()
  }
  return (
    <Form onSubmit={save} submit={said.save} hint={said.hint}>
      <FaultNote fault={fault} onAgain={again} />
      <RestoredNote since={since} forget={forget} />
      <TextArea
        limit={null}
        ref={field}
        label={said.which}
        description={said.about}
        rows={12}
        readOnly={!ready}
        error={tried && 'problem' in read && t(said.wrongLine, read)}
        value={text ?? ''}
        onChange={event => set({ text: event.currentTarget.value || '\n' })}
      />
      <KnownServices />
    </Form>
  )
}

const MOST_SHOWN = 24

/** Current names of services, so that no one has to guess one. */
function KnownServices() {
  const names = useAlertNames().services
  if (names.length === 0) return null
  const shown = listText(names.slice(0, MOST_SHOWN))
  const more = names.length - MOST_SHOWN
  return (
    <p className={textStyles.quiet}>
      {more > 0 ? tCount(said.alertingAndMore, more, { names: shown }) : t(said.alerting, { names: shown })}
    </p>
  )
}
