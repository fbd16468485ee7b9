import type { OnCallList } from '../../../shared/contract/people'
import type { Severity } from '../../../shared/domain/severity'
import { t } from '../../../shared/texts/t'
import { texts } from '../../../shared/texts/texts'
import { useFault, useNow, useRecord } from '../../stores/cockpit'
import { useMethod } from '../../stores/use-method'
import { onCallProblem } from '../../stores/use-on-call'
import { ChangedMeanwhile } from '../../ui/colleagues'
import { Dialog } from '../../ui/dialog'
import { FaultNote } from '../../ui/fault-note'
import { Key } from '../../ui/key'
import type { DialogPart } from '../../ui/on-demand'
import { RestoredOffer } from '../../ui/restored-note'
import { Trans } from '../../ui/trans'
import styles from './assign.module.css'
import type { AssignTarget } from './assign-line'
import { AssignRoles, TargetHeading } from './assign-roles'
import { CandidateField } from './candidate-list'
import { type AssignFormInput, useAssignForm } from './use-assign-form'

export interface AssignDialogProps extends DialogPart {
  /** The one role or deputy to assign; null: one gap after the other. */
  readonly target: AssignTarget | null
  readonly onCall: OnCallList
}

/** Assigns roles and their deputies. */
export function AssignDialog({ opened, onClose, target, onCall }: AssignDialogProps) {
  return (
    <Dialog opened={opened} onClose={onClose} title={texts.assigning.title} width={780}>
      <AssignForm only={target} onCall={onCall} onDone={onClose} />
    </Dialog>
  )
}

export type AssignFormProps = Omit<AssignFormInput, 'record'>

/** Assigns by a digit or a few letters of a name; Enter goes on to the next gap. */
export function AssignForm(props: AssignFormProps) {
  const record = useRecord(known => known)
  return record === undefined ? null : <OpenAssignForm {...props} record={record} />
}

function OpenAssignForm(input: AssignFormInput) {
  const fault = useFault('roles')
  const form = useAssignForm(input)
  const { seats, line, left, announced, doubted, changed, goTo } = form
  const problem = onCallProblem(input.onCall, useNow())
  return (
    <div className={styles.form}>
      <AssignRoles severity={input.record.incident.severity} seats={seats} at={line} onChoose={goTo} />
      <div className={styles.ask}>
        <TargetHeading seats={seats} target={line} />
        {line.role === 'ic' && !line.deputy && <MayCommand severity={input.record.incident.severity} />}
        <CandidateField form={form} />
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
        <p className={styles.announced} role="status">
          {doubted === null && announced}
        </p>
      </div>
      <KeyHints me={form.me?.name ?? null} flows={input.only === null} />
    </div>
  )
}

const text = texts.assigning.keys

/** The keys of the line. */
function KeyHints({ me, flows }: { readonly me: string | null; readonly flows: boolean }) {
  return (
    <p className={styles.hints}>
      <span>
        <Trans text={text.take} parts={{ first: <Key>1</Key>, last: <Key>9</Key> }} />
      </span>
      {me !== null && (
        <span>
          <Trans text={text.me} parts={{ key: <Key>0</Key> }} />
        </span>
      )}
      <span>
        <Trans text={text.otherRole} parts={{ line: <Key>{text.otherRoleLine}</Key> }} />
      </span>
      <span>
        <Trans text={text.deputy} parts={{ line: <Key>{text.deputyLine}</Key> }} />
      </span>
      <span>
        <Trans text={text.nobody} parts={{ key: <Key>-</Key> }} />
      </span>
      {flows && (
        <span>
          <Trans text={text.next} parts={{ key: <Key>↵</Key> }} />
        </span>
      )}
      <span>
        <Trans text={text.done} parts={{ key: <Key>Esc</Key> }} />
      </span>
    </p>
  )
}

/** [RS3] Who may be IC at this severity, shown while one is being assigned; a hint that blocks no one. */
function MayCommand({ severity }: { readonly severity: Severity }) {
  const level = useMethod()?.severity.levels[severity]
  if (level === undefined) return null
  return (
    <p className={styles.mayCommand} dir="auto">
      {t(texts.assigning.mayCommand, { severity, who: level.command })}
    </p>
  )
}
