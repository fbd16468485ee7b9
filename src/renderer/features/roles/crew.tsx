import { useCallback, useRef, useState } from 'react'
import { seatsOf } from '../../../shared/domain/crew'
import { crewWarnings } from '../../../shared/domain/crew-warnings'
import type { Incident } from '../../../shared/domain/incident'
import type { Millis } from '../../../shared/lib/time'
import { tCount } from '../../../shared/texts/t'
import { texts } from '../../../shared/texts/texts'
import { keyOf } from '../../commands/asked'
import { useCockpit, useFault } from '../../stores/cockpit'
import { useFocusRequest } from '../../stores/use-focus-request'
import { Button } from '../../ui/button'
import { FaultNote } from '../../ui/fault-note'
import { Key } from '../../ui/key'
import { Pane } from '../../ui/pane'
import { panes } from '../../ui/panes'
import { Trans } from '../../ui/trans'
import { moveByArrows } from './arrows'
import styles from './crew.module.css'
import { CrewDialogs } from './crew-dialogs'
import { CrewWarnings } from './crew-warnings'
import type { KeptMarks } from './kept-marks'
import { RollCallNote } from './roll-call-note'
import { SeatCard } from './seat-card'
import { TeamList } from './team-list'
import { useCrewDialogs } from './use-crew-dialogs'

const text = texts.roles

/** Who does what in the open incident, and what is wrong with it. */
export function Crew({ incident, now }: { readonly incident: Incident; readonly now: Millis }) {
  const { commands } = useCockpit()
  const fault = useFault('roles')
  const { dialog, open, close } = useCrewDialogs()
  const [marks, setMarks] = useState<KeptMarks | null>(null)
  const cards = useRef<HTMLUListElement>(null)
  useFocusRequest(
    'roles',
    useCallback(() => cards.current?.querySelector('button')?.focus(), []),
  )
  const warnings = crewWarnings(incident, now)
  const gaps = warnings.filter(({ kind }) => kind === 'unfilled').length
  return (
    <Pane
      {...panes.roles}
      note={gaps > 0 ? <span className={styles.unfilled}>{tCount(text.unfilledCount, gaps)}</span> : undefined}
      aside={
        <>
          <Button tone="bare" onClick={() => open({ kind: 'roll-call' })}>
            <Trans text={text.rollCall} parts={{ key: <Key quiet>{keyOf('roll-call')}</Key> }} />
          </Button>
          <Button tone="bare" onClick={() => open({ kind: 'assign', post: null })}>
            <Trans text={text.assign} parts={{ key: <Key quiet>{keyOf('assign')}</Key> }} />
          </Button>
        </>
      }
    >
      <CrewWarnings warnings={warnings} />
      <ul className={styles.seats} ref={cards} onKeyDown={moveByArrows} aria-label={text.list}>
        {seatsOf(incident).map(seat => (
          <li key={seat.key}>
            <SeatCard seat={seat} incident={incident} now={now} onOpen={() => open({ kind: 'card', role: seat.key })} />
          </li>
        ))}
      </ul>
      <TeamList teams={incident.crew.teams} onOpen={(team, text) => open({ kind: 'add', text, team })} />
      <RollCallNote incident={incident} marks={marks} now={now} />
      <FaultNote fault={fault} onDismiss={() => commands.dismiss('roles')} />
      <CrewDialogs dialog={dialog} onOpen={open} onClose={close} marks={marks} onMarks={setMarks} />
    </Pane>
  )
}
