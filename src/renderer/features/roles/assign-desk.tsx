import { useId } from 'react'
import { t } from '../../../shared/texts/t'
import { texts } from '../../../shared/texts/texts'
import { useFault, useNow, useRecord } from '../../stores/cockpit'
import { onCallProblem } from '../../stores/use-on-call'
import { ChangedMeanwhile } from '../../ui/colleagues'
import { FaultNote } from '../../ui/fault-note'
import { PointingField } from '../../ui/pointing-field'
import { RestoredOffer } from '../../ui/restored-note'
import styles from './assign.module.css'
import { CandidateOption } from './candidate-option'
import { DeskHints } from './desk-hints'
import { PostHeading } from './post-heading'
import { SeatList } from './seat-list'
import { type Desk, type DeskInput, useDesk } from './use-desk'

export type AssignDeskProps = Omit<DeskInput, 'record'>

/** Who takes which role, by a digit or two letters of a name; Enter goes on to the next gap. */
export function AssignDesk(props: AssignDeskProps) {
  const record = useRecord(known => known)
  return record === undefined ? null : <OpenDesk {...props} record={record} />
}

function OpenDesk(input: DeskInput) {
  const fault = useFault('roles')
  const desk = useDesk(input)
  const { seats, line, left, said, doubted, changed, goTo } = desk
  const problem = onCallProblem(input.onCall, useNow())
  return (
    <div className={styles.desk}>
      <SeatList severity={input.record.incident.severity} seats={seats} at={line} onChoose={goTo} />
      <div className={styles.ask}>
        <PostHeading seats={seats} post={line} />
        <PeopleField desk={desk} />
        {left !== null && (
          <RestoredOffer {...left} says={texts.ui.restoredOffer} take={texts.ui.goOn} onTake={left.goOn} />
        )}
        {doubted !== null && (
          <p className={styles.doubt} role="alert">
            {t(texts.assigning.second, { name: doubted.name, posts: doubted.holds })}
          </p>
        )}
        {problem !== '' && <p className={styles.problem}>{problem}</p>}
        {changed === null ? (
          <FaultNote fault={fault} />
        ) : (
          <ChangedMeanwhile
            theirs={changed.now ?? texts.assigning.heldByNobody}
            onTakeTheirs={changed.keepTheirs}
            onKeepMine={changed.goOnWithMine}
          />
        )}
        <p className={styles.said} role="status">
          {doubted === null && said}
        </p>
      </div>
      <DeskHints me={desk.me?.name ?? null} flows={input.asked === null} />
    </div>
  )
}

/** The keyboard stays in the field; whoever it means is only pointed at from there. */
function PeopleField({ desk: { field, text, shown, line, at, write, press, take } }: { readonly desk: Desk }) {
  const list = useId()
  return (
    <>
      <PointingField
        ref={field}
        list={list}
        at={at === null || shown[at] === undefined ? null : at}
        aria-label={texts.assigning.field}
        placeholder={texts.assigning.hint}
        value={text}
        onText={write}
        onKeyDown={press}
      />
      <div className={styles.people} id={list} role="listbox" aria-label={texts.assigning.people} tabIndex={-1}>
        {shown.map(({ candidate, digit }, index) => (
          <CandidateOption
            key={candidate.name}
            id={`${list}-${index}`}
            candidate={candidate}
            digit={digit}
            chosen={index === at}
            onTake={() => take(candidate)}
          />
        ))}
        {shown.length === 0 && (
          <p className={styles.none}>{line.frees ? texts.assigning.frees : texts.assigning.nobodyKnown}</p>
        )}
      </div>
    </>
  )
}
