import { useState } from 'react'
import type { Incident } from '../../../shared/domain/incident'
import type { TurningPoint } from '../../../shared/domain/stated-time'
import { words } from '../../../shared/words/words'
import { useCockpit, useFault, useRecord } from '../../stores/cockpit'
import { WhileNone } from '../../stores/while-none'
import { Dialog } from '../../ui/dialog'
import { EmptyState } from '../../ui/empty-state'
import { FaultNote } from '../../ui/fault-note'
import { Form } from '../../ui/form'
import type { DialogPart } from '../../ui/on-demand'
import { noWish, PointChoice, type Told, useMeant, type Wish } from './point-choice'

const text = words.began

/** [BE1] A person says when customers began to feel it, and when they no longer did. */
export function BeganDialog({ opened, onClose }: DialogPart) {
  const incident = useRecord(record => record.incident)
  return (
    <Dialog opened={opened} onClose={onClose} title={text.title}>
      {incident === undefined ? (
        <WhileNone>
          <EmptyState title={text.noIncident} />
        </WhileNone>
      ) : (
        <BeganForm incident={incident} onDone={onClose} />
      )}
    </Dialog>
  )
}

function BeganForm({ incident, onDone }: { readonly incident: Incident; readonly onDone: () => void }) {
  const { commands } = useCockpit()
  const fault = useFault('incident')
  const [began, setBegan] = useState<Wish>(() => confirmedWish(incident, 'started'))
  const [ended, setEnded] = useState<Wish>(() => confirmedWish(incident, 'ended'))
  const meant = { started: useMeant(began), ended: useMeant(ended) }
  const tell = async (of: TurningPoint) => {
    const told = meant[of]
    if (told === undefined || told === 'unreadable' || isSame(told, incident[of])) return told !== 'unreadable'
    const { at, source } = told
    return (await commands.send('incident', 'incident:confirm-time', { of, at, source })).ok
  }
  const save = async () => {
    if ((await tell('started')) && (await tell('ended'))) onDone()
  }
  return (
    <Form onSubmit={save} submit={text.confirm} hint={text.about}>
      <PointChoice of="started" incident={incident} wish={began} onWish={setBegan} autoFocus />
      <PointChoice of="ended" incident={incident} wish={ended} onWish={setEnded} autoFocus={false} />
      <FaultNote fault={fault} />
    </Form>
  )
}

function confirmedWish(incident: Incident, of: TurningPoint): Wish {
  const known = incident[of]
  return known === null ? noWish : { chosen: { of, at: known.at, source: known.source }, typed: '' }
}

function isSame({ at, source }: Told, known: Incident['started']): boolean {
  return known !== null && known.at === at && known.source.kind === source.kind && known.source.name === source.name
}
