import { useShallow } from 'zustand/react/shallow'
import type { Incident } from '../../../shared/domain/incident'
import type { Overlap } from '../../../shared/domain/transfer'
import { t } from '../../../shared/texts/t'
import { texts } from '../../../shared/texts/texts'
import { keyOf } from '../../commands/command-list'
import { useCockpit, useNow, useOwnFault, useSelection } from '../../stores/cockpit'
import { othersOpen } from '../../stores/selection-store'
import { Button } from '../../ui/button'
import { ButtonRow } from '../../ui/button-row'
import { useClockFace } from '../../ui/clock-face'
import { FaultNote } from '../../ui/fault-note'
import { Form } from '../../ui/form'
import { Key } from '../../ui/key'
import { spanText } from '../../ui/span-text'
import textStyles from '../../ui/text.module.css'
import { Trans } from '../../ui/trans'
import { PersonThere } from './local-time'
import styles from './transfer.module.css'

const text = texts.transfer.overlap

interface Props {
  readonly incident: Incident
  readonly overlap: Overlap
  readonly onDone: () => void
}

/** [TC5] [TC6] Command was accepted: how long the giver stays, what is announced, and the next of the handover. */
export function OverlapView({ incident, overlap: { transfer, giver, to, until }, onDone }: Props) {
  const { commands, focus } = useCockpit()
  const fault = useOwnFault('roles')
  const now = useNow()
  const clock = useClockFace()
  const release = async () => {
    if ((await commands.send('roles', 'transfer:release', { transfer })).ok) onDone()
  }
  const since = incident.roles.ic?.since ?? now
  const announcement = t(text.announcement, {
    ...{ severity: incident.severity, title: incident.title, to: to.name, from: giver.name },
    ...{ time: clock.short(since), until: clock.short(until) },
  })
  const post = () => {
    onDone()
    focus.offer({ command: 'chat-post', text: announcement })
  }
  const there = (person: typeof to) => <PersonThere person={person} timeZones={incident.timeZones} />
  const left = t(until > now ? text.left : text.over, { span: spanText(Math.abs(until - now)) })
  return (
    <Form onSubmit={release} submit={t(text.release, { from: giver.name })} sendKey="Ctrl ↵">
      <p className={textStyles.said} role="status">
        <Trans text={text.is} parts={{ to: there(to), from: there(giver), time: clock.short(until) }} />{' '}
        <strong>{left}</strong>
      </p>
      <section aria-label={text.announce}>
        <h3 className={styles.name}>{text.announce}</h3>
        <p className={styles.given} dir="auto">
          {announcement}
        </p>
        <ButtonRow>
          <Button data-autofocus onClick={post}>
            <Trans text={text.post} parts={{ key: <Key quiet>{keyOf('chat-post')}</Key> }} />
          </Button>
          <span className={textStyles.quiet}>{text.postAbout}</span>
        </ButtonRow>
      </section>
      <NextOfHandover incident={incident} transfer={transfer} />
      <FaultNote fault={fault} onDismiss={() => commands.dismiss('roles')} />
    </Form>
  )
}

/** [TC7] The other incidents of the handover that the giver still commands here. */
function NextOfHandover({ incident, transfer }: { readonly incident: Incident; readonly transfer: string }) {
  const { selection } = useCockpit()
  const known = incident.transfers.find(({ id }) => id === transfer)
  const others = useSelection(useShallow(othersOpen)).filter(
    ({ id, ic }) => known?.incidents.includes(id) === true && ic?.id === known.from.id,
  )
  if (others.length === 0) return null
  return (
    <ButtonRow>
      {others.map(({ id, severity, title }) => (
        <Button key={id} onClick={() => selection.setState({ open: id })}>
          {t(text.next, { title: t(texts.bar.other, { severity, title }) })}
        </Button>
      ))}
    </ButtonRow>
  )
}
