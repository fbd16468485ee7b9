import { type HandoffGap, handoffGaps } from '../../../shared/domain/handoff-gaps'
import type { Incident } from '../../../shared/domain/incident'
import { useCockpit, useFault, useNow, useRecord } from '../../stores/cockpit'
import { useFocusRequest } from '../../stores/use-focus-request'
import { WhileNone } from '../../stores/while-none'
import { Button } from '../../ui/button'
import { EmptyState } from '../../ui/empty-state'
import { FaultNote } from '../../ui/fault-note'
import { Key } from '../../ui/key'
import { Pane } from '../../ui/pane'
import { panes } from '../../ui/panes'
import { Documents } from './documents'
import styles from './handoff-pane.module.css'
import { useHandoff } from './use-handoff'

/** What the next commander would have to ask for, and the documents that were written. */
export function HandoffPane() {
  const incident = useRecord(record => record.incident)
  const fault = useFault('handoff')
  const { commands } = useCockpit()
  const handoff = useHandoff()
  useFocusRequest('handoff', handoff.write)
  return (
    <Pane
      {...panes.handoff}
      note={incident && <Completeness incident={incident} />}
      aside={
        incident !== undefined && (
          <Button tone="bare" onClick={handoff.write} aria-disabled={handoff.writing || undefined}>
            {handoff.writing ? 'Writing' : 'Write'} <Key quiet>h</Key>
          </Button>
        )
      }
      footer={fault && <FaultNote fault={fault} onDismiss={() => commands.dismiss('handoff')} />}
    >
      {incident === undefined ? (
        <WhileNone>
          <EmptyState title="No incident is open.">What the next commander must know of it stands here.</EmptyState>
        </WhileNone>
      ) : (
        <>
          <Documents incident={incident} handoff={handoff} />
          <Gaps incident={incident} />
        </>
      )}
    </Pane>
  )
}

function Completeness({ incident }: { readonly incident: Incident }) {
  const count = handoffGaps(incident, useNow()).length
  if (count === 0) return 'complete'
  return <span className={styles.count}>{count === 1 ? '1 gap' : `${count} gaps`}</span>
}

function Gaps({ incident }: { readonly incident: Incident }) {
  const gaps = handoffGaps(incident, useNow())
  if (gaps.length === 0) return <p className={styles.complete}>Nothing is missing: everything was looked for.</p>
  return (
    <ul className={styles.gaps} aria-label="Still missing">
      {gaps.map(gap => (
        <Gap key={gap.name} gap={gap} />
      ))}
    </ul>
  )
}

function Gap({ gap: { name, advice } }: { readonly gap: HandoffGap }) {
  return (
    <li className={styles.gap} title={advice}>
      <p className={styles.name}>{name}</p>
      <p className={styles.advice}>{advice}</p>
    </li>
  )
}
