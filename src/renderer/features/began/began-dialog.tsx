import { useState } from 'react'
import type { Incident } from '../../../shared/domain/incident'
import type { ProposedTime, TurningPoint } from '../../../shared/domain/stated-time'
import { texts } from '../../../shared/texts/texts'
import { useCockpit, useOwnFault, useRecord } from '../../stores/cockpit'
import { useTypedFields } from '../../stores/use-typed-fields'
import { WhileNoIncident } from '../../stores/while-none'
import { Dialog } from '../../ui/dialog'
import { EmptyState } from '../../ui/empty-state'
import { FaultNote } from '../../ui/fault-note'
import { Form } from '../../ui/form'
import type { DialogPart } from '../../ui/on-demand'
import { RestoredNote } from '../../ui/restored-note'
import { PointChoice, type PointInput, type StatedPoint, useStatedPoint } from './point-choice'

const text = texts.began

/** [BE1] States when customers were first affected, and when they no longer were. */
export function BeganDialog({ opened, onClose }: DialogPart) {
  const incident = useRecord(record => record.incident)
  return (
    <Dialog opened={opened} onClose={onClose} title={text.title}>
      {incident === undefined ? (
        <WhileNoIncident>{words => <EmptyState {...words} />}</WhileNoIncident>
      ) : (
        <BeganForm incident={incident} onDone={onClose} />
      )}
    </Dialog>
  )
}

function BeganForm({ incident, onDone }: { readonly incident: Incident; readonly onDone: () => void }) {
  const { commands } = useCockpit()
  const fault = useOwnFault('incident')
  const { values: typed, set, forget, since } = useTypedFields('began', { started: '', ended: '' })
  const [chosen, setChosen] = useState(() => ({
    started: confirmedTime(incident, 'started'),
    ended: confirmedTime(incident, 'ended'),
  }))
  const began: PointInput = { chosen: chosen.started, typed: typed.started }
  const ended: PointInput = { chosen: chosen.ended, typed: typed.ended }
  const change = (of: TurningPoint) => (next: PointInput) => {
    setChosen(before => ({ ...before, [of]: next.chosen }))
    set({ [of]: next.typed })
  }
  const stated = { started: useStatedPoint(began), ended: useStatedPoint(ended) }
  const confirm = async (of: TurningPoint) => {
    const point = stated[of]
    if (point === undefined || point === 'unreadable' || isSame(point, incident[of])) return point !== 'unreadable'
    const { at, source } = point
    return (await commands.send('incident', 'incident:confirm-time', { of, at, source })).ok
  }
  const save = async () => {
    if (!(await confirm('started')) || !(await confirm('ended'))) return
    forget()
    onDone()
  }
  return (
    <Form onSubmit={save} submit={text.confirm} hint={text.about}>
      <RestoredNote since={since} forget={forget} />
      <PointChoice of="started" incident={incident} input={began} onInput={change('started')} autoFocus />
      <PointChoice of="ended" incident={incident} input={ended} onInput={change('ended')} autoFocus={false} />
      <FaultNote fault={fault} />
    </Form>
  )
}

function confirmedTime(incident: Incident, of: TurningPoint): ProposedTime | null {
  const known = incident[of]
  return known === null ? null : { of, at: known.at, source: known.source }
}

function isSame({ at, source }: StatedPoint, known: Incident['started']): boolean {
  return known !== null && known.at === at && known.source.kind === source.kind && known.source.name === source.name
}
