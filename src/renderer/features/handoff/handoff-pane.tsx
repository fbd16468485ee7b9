import { type GapWords, gapWords } from '../../../shared/contract/gap-words'
import { handoffGaps } from '../../../shared/domain/handoff-gaps'
import type { Incident } from '../../../shared/domain/incident'
import { sayCount } from '../../../shared/words/say'
import { words } from '../../../shared/words/words'
import { useCockpit, useFault, useNow, useRecord } from '../../stores/cockpit'
import { useFocusRequest } from '../../stores/use-focus-request'
import { WhileNone } from '../../stores/while-none'
import { Button } from '../../ui/button'
import { EmptyState } from '../../ui/empty-state'
import { FaultNote } from '../../ui/fault-note'
import { Key } from '../../ui/key'
import { Pane } from '../../ui/pane'
import { panes } from '../../ui/panes'
import { Said } from '../../ui/said'
import { saySpan } from '../../ui/say-span'
import { Documents } from './documents'
import styles from './handoff-pane.module.css'
import { useHandoff } from './use-handoff'

const text = words.handoff

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
            <Said text={handoff.writing ? text.writing : text.write} parts={{ key: <Key quiet>h</Key> }} />
          </Button>
        )
      }
      footer={fault && <FaultNote fault={fault} onDismiss={() => commands.dismiss('handoff')} />}
    >
      {incident === undefined ? (
        <WhileNone>
          <EmptyState title={text.none}>{text.noneHow}</EmptyState>
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
  if (count === 0) return text.complete
  return <span className={styles.count}>{sayCount(text.gaps, count)}</span>
}

function Gaps({ incident }: { readonly incident: Incident }) {
  const gaps = handoffGaps(incident, useNow())
  if (gaps.length === 0) return <p className={styles.complete}>{text.noGaps}</p>
  return (
    <ul className={styles.gaps} aria-label={text.missing}>
      {gaps.map(gap => {
        const said = gapWords(gap, words.handoffGaps, saySpan)
        return <Gap key={said.name} gap={said} />
      })}
    </ul>
  )
}

function Gap({ gap: { name, advice } }: { readonly gap: GapWords }) {
  return (
    <li className={styles.gap} title={advice}>
      <p className={styles.name}>{name}</p>
      <p className={styles.advice}>{advice}</p>
    </li>
  )
}
