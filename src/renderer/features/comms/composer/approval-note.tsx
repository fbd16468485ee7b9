import type { Incident } from '../../../../shared/domain/incident'
import { messageOf } from '../../../../shared/domain/message'
import { texts } from '../../../../shared/texts/texts'
import { useCockpit } from '../../../stores/cockpit'
import { useRead } from '../../../stores/use-read'
import { Button } from '../../../ui/button'
import { Key } from '../../../ui/key'
import { Trans } from '../../../ui/trans'
import { ApprovalText, approvalStatusOf } from '../approval'
import styles from './composer.module.css'
import { withTypedText } from './composer-state'
import type { Composer } from './use-composer'

const text = texts.comms.approval

export interface ApprovalDesk {
  /** Undefined: it needs none, and nobody asked for one. */
  readonly standing: ReturnType<typeof approvalStatusOf> | undefined
  readonly ask: () => void
  readonly approve: () => void
}

/** [AP2] The approval of what is looked at, as it is in the record. @param looking whether the last look is open */
export function useApproval(incident: Incident, { state, set, save }: Composer, looking: boolean): ApprovalDesk {
  const { commands } = useCockpit()
  const needed = useRead('settings:read', {}, looking).value?.approval ?? false
  const { update } = state
  const known = incident.updates.find(({ id }) => id === update)
  const toCustomers = known !== undefined && messageOf(known, incident.updates).audience === 'customers'
  const standing = known === undefined ? undefined : approvalStatusOf(known, incident)
  const shown = standing !== undefined && ((needed && toCustomers) || standing.approval.state !== 'none')
  const ask = async () => {
    // A template's text follows the clock: what is asked about must not.
    const fixed = withTypedText(state, {})
    set(fixed)
    if (await save(fixed)) await commands.send('comms', 'comms:ask-approval', { update })
  }
  return {
    standing: shown ? standing : undefined,
    ask: () => void ask(),
    approve: () => {
      if (standing !== undefined) void commands.send('comms', 'comms:approve', { update, text: standing.hash })
    },
  }
}

/** [AP1] Asked with `a` and given with `y`, beside the words that it is for. */
export function ApprovalNote({ desk: { standing, ask, approve } }: { readonly desk: ApprovalDesk }) {
  if (standing === undefined) return null
  const { state } = standing.approval
  return (
    <section className={styles.approval} aria-label={text.title} data-state={state}>
      <p>
        {state === 'none' ? text.none : <ApprovalText approval={standing.approval} />} {text.recorded}
      </p>
      {(state === 'none' || state === 'withdrawn') && (
        <Button onClick={ask}>
          <Trans text={text.ask} parts={{ key: <Key quiet>a</Key> }} />
        </Button>
      )}
      {state !== 'given' && (
        <Button onClick={approve}>
          <Trans text={text.approve} parts={{ key: <Key quiet>y</Key> }} />
        </Button>
      )}
    </section>
  )
}
