import { useState } from 'react'
import { useStore } from 'zustand'
import type { RecordProblem } from '../../../shared/contract/record-problems'
import { tCount } from '../../../shared/texts/t'
import { texts } from '../../../shared/texts/texts'
import { useCockpit, useFault, useSession } from '../../stores/cockpit'
import { Button } from '../../ui/button'
import { useClockFace } from '../../ui/clock-face'
import { Dialog } from '../../ui/dialog'
import { FaultNote } from '../../ui/fault-note'
import { Fieldset } from '../../ui/fieldset'
import type { DialogPart } from '../../ui/on-demand'
import { recordProblemText } from '../../ui/record-problem-text'
import styles from './edit-dialogs.module.css'

const text = texts.recordProblems.held

type HeldProblem = Extract<RecordProblem, { readonly kind: 'held' }>

/** [RK10] Events of other machines that are stored and not shown: how many, whose, why, and what to do about it. */
export function HeldDialog({ opened, onClose }: DialogPart) {
  return (
    <Dialog opened={opened} onClose={onClose} title={text.title}>
      <Held onClose={onClose} />
    </Dialog>
  )
}

function Held({ onClose }: { readonly onClose: () => void }) {
  const { commands, incident } = useCockpit()
  const following = useStore(incident, state => state.following)
  const problems = useSession(session => session.recordProblems)
  const fault = useFault('held')
  const held = problems.flatMap(one => (one.kind === 'held' && one.incident === following ? [one] : []))
  return (
    <>
      <p className={styles.about}>{held.length === 0 ? text.none : text.about}</p>
      {held.map(one => (
        <Group key={`${one.machine}/${one.reason}`} held={one} />
      ))}
      <Admit held={held} onAdmitted={onClose} />
      <FaultNote fault={fault} onDismiss={() => commands.dismiss('held')} />
    </>
  )
}

function Group({ held }: { readonly held: HeldProblem }) {
  const clock = useClockFace()
  const { reason, lines, count } = held
  return (
    <Fieldset legend={recordProblemText(held, clock)}>
      <ul className={styles.lines}>
        {lines.map(({ at, text: said }) => (
          <li key={`${at} ${said}`}>
            <time>{`${clock.date(at)} ${clock.full(at)}`}</time> <span dir="auto">{said}</span>
          </li>
        ))}
        {count > lines.length && <li>{tCount(text.more, count - lines.length)}</li>}
      </ul>
      <p className={styles.about}>{text.advice[reason]}</p>
    </Fieldset>
  )
}

/** Admits all events that are ahead at once: what one of them says may depend on another. */
function Admit({ held, onAdmitted }: { readonly held: readonly HeldProblem[]; readonly onAdmitted: () => void }) {
  const { commands } = useCockpit()
  const [busy, setBusy] = useState(false)
  const count = held.reduce((sum, one) => (one.reason === 'ahead' ? sum + one.count : sum), 0)
  if (count === 0) return null
  const admit = async () => {
    setBusy(true)
    const admitted = await commands.send('held', 'record:admit-ahead', {})
    setBusy(false)
    if (admitted.ok) onAdmitted()
  }
  return (
    <Button data-autofocus disabled={busy} onClick={() => void admit()}>
      {busy ? text.admitting : tCount(text.admit, count)}
    </Button>
  )
}
