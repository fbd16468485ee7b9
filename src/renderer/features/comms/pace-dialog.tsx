import { useState } from 'react'
import type { Incident } from '../../../shared/domain/incident'
import { type PaceOffer, paceOffer } from '../../../shared/domain/pace-offer'
import { actorName } from '../../../shared/domain/people'
import { type ChosenPace, paceAnswer } from '../../../shared/domain/update-pace'
import { t } from '../../../shared/texts/t'
import { texts } from '../../../shared/texts/texts'
import { useCockpit, useFault, useNow, useRecord } from '../../stores/cockpit'
import { WhileNoIncident } from '../../stores/while-none'
import { Choice } from '../../ui/choice'
import { useClockFace } from '../../ui/clock-face'
import { Dialog } from '../../ui/dialog'
import { EmptyState } from '../../ui/empty-state'
import { FaultNote } from '../../ui/fault-note'
import { Form } from '../../ui/form'
import type { DialogPart } from '../../ui/on-demand'
import { spanText } from '../../ui/span-text'
import textStyles from '../../ui/text.module.css'

const text = texts.updatePace

/** [UP12] How often customers hear of an incident that is open for long: slower, or as usual. */
export function PaceDialog({ opened, onClose }: DialogPart) {
  const incident = useRecord(record => record.incident)
  return (
    <Dialog opened={opened} onClose={onClose} title={text.title} width={480}>
      {incident === undefined ? (
        <WhileNoIncident>{words => <EmptyState {...words} />}</WhileNoIncident>
      ) : (
        <Offer incident={incident} onDone={onClose} />
      )}
    </Dialog>
  )
}

interface OfferProps {
  readonly incident: Incident
  readonly onDone: () => void
}

function Offer({ incident, onDone }: OfferProps) {
  const now = useNow()
  const clock = useClockFace()
  const offer = paceOffer(incident, now)
  switch (offer.state) {
    case 'resolved':
      return <EmptyState title={text.resolved} />
    case 'none':
      return <EmptyState title={t(text.none, { severity: incident.severity })} />
    case 'not-told':
      return <EmptyState title={text.notTold} />
    case 'later':
      return <EmptyState title={t(text.later, { ...figures(offer), time: clock.short(offer.at) })} />
    default: {
      const said = offer.state === 'asked' ? t(text.asked, figures(offer)) : answered(offer, now)
      // An answer or a raised severity meanwhile changes what is asked.
      const key = `${incident.severity} ${offer.state === 'asked' ? '' : offer.answer.at}`
      return <Asked key={key} {...{ incident, offer, said, onDone }} />
    }
  }
}

type Choosable = Extract<PaceOffer, { readonly state: 'asked' | 'answered' }>

function figures({ usual, slower }: Pick<Choosable, 'usual' | 'slower'>) {
  return { usual, slower }
}

function answered(offer: Extract<PaceOffer, { readonly state: 'answered' }>, now: number): string {
  const { pace, by, at } = offer.answer
  return t(text.answered[pace], { ...figures(offer), by: actorName(by), span: spanText(Math.max(0, now - at)) })
}

interface AskedProps extends OfferProps {
  readonly offer: Choosable
  readonly said: string
}

function Asked({ incident, offer, said, onDone }: AskedProps) {
  const { commands } = useCockpit()
  const fault = useFault('comms')
  const { severity } = incident
  const was = paceAnswer(incident, severity)?.pace ?? null
  const [pace, setPace] = useState<ChosenPace>(was ?? 'slower')
  const answer = async () => {
    const isSame = offer.state === 'answered' && pace === was
    if (isSame || (await commands.send('comms', 'comms:choose-pace', { pace, severity, was })).ok) onDone()
  }
  const options = [
    { value: 'slower', label: t(text.slower, figures(offer)), meaning: text.slowerAbout },
    { value: 'stays', label: t(text.stays, figures(offer)), meaning: text.staysAbout },
  ] as const
  return (
    <Form onSubmit={answer} submit={text.save}>
      <p className={textStyles.said} dir="auto">
        {said}
      </p>
      <Choice legend={text.how} autoFocus value={pace} onChange={setPace} options={options} />
      <FaultNote fault={fault} onDismiss={() => commands.dismiss('comms')} />
    </Form>
  )
}
