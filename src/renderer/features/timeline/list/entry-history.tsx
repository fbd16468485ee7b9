import { createContext, use } from 'react'
import { type Actor, actorName } from '../../../../shared/domain/people'
import {
  type EarlierText,
  type Erasure,
  isProven,
  type ProvenPart,
  type TimelineEntry,
} from '../../../../shared/domain/timeline'
import { MINUTE } from '../../../../shared/lib/time'
import { beginningOf } from '../../../../shared/lib/whole-characters'
import { t } from '../../../../shared/texts/t'
import { texts } from '../../../../shared/texts/texts'
import { useRecord, useSession } from '../../../stores/cockpit'
import { Key } from '../../../ui/key'
import type { RowClocks } from '../../../ui/row-clock'
import { Trans, TransCount } from '../../../ui/trans'
import styles from './entry-row.module.css'
import { FOLD_AT } from './entry-text'

const text = texts.timeline.after

export interface EntryHistoryProps {
  readonly entry: TimelineEntry
  readonly whole: boolean
  readonly clocks: RowClocks
}

/** [IN13] Up to where the log is proven; null: it is not damaged. */
export const ProvenOfLog = createContext<ProvenPart | null>(null)

/** The damage of the shown incident's log, if any. */
export function useProvenOfLog(): ProvenPart | null {
  const incident = useRecord(record => record.incident.id)
  const problem = useSession(session =>
    session.recordProblems.find(one => one.kind === 'damaged' && one.incident === incident),
  )
  return problem?.kind === 'damaged' ? problem.damage : null
}

/** What happened to the line after it was written: no edit is hidden. */
export function EntryHistory({ entry, whole, clocks }: EntryHistoryProps) {
  const { by, earlier, retraction, erasure, recordedAt, occurredAt } = entry
  const clock = clocks.first.time
  const proven = use(ProvenOfLog)
  const was = earlier.at(-1)
  return (
    <>
      {was !== undefined && !whole && <LastWording was={was} more={earlier.length - 1} />}
      {whole && earlier.length > 0 && <History earlier={earlier} clock={clock} />}
      {retraction !== null && (
        <Taken forms={[text.retracted, text.retractedWhy]} taken={retraction} time={clock(retraction.at)} />
      )}
      {erasure !== undefined && (
        <Taken forms={[text.erased, text.erasedWhy]} taken={erasure} time={clock(erasure.at)} />
      )}
      {proven !== null && !isProven(entry, proven) && <p className={styles.aftermath}>{text.notVerified}</p>}
      {whole && by.kind === 'person' && (by.screen ?? '') !== '' && (
        <p className={styles.aftermath}>{t(text.by, { name: actorText(by) })}</p>
      )}
      {recordedAt - occurredAt >= MINUTE && (
        <p className={styles.aftermath}>{t(text.writtenDown, { time: clock(recordedAt) })}</p>
      )}
    </>
  )
}

/** Who, and from which window if that is known: "Ada, from Chrome on Linux, window 3f2a". */
export function actorText(actor: Actor): string {
  const [name, screen] = [actorName(actor), actor.kind === 'person' ? (actor.screen ?? '') : '']
  return screen === '' ? name : t(texts.timeline.fromScreen, { name, screen })
}

interface TakenProps {
  /** Without a reason, and with one. */
  readonly forms: readonly [plain: string, why: string]
  readonly taken: Pick<Erasure, 'by' | 'reason'>
  readonly time: string
}

function Taken({ forms: [plain, why], taken: { by, reason }, time }: TakenProps) {
  return (
    <p className={styles.aftermath}>
      <Trans
        text={reason === '' ? plain : why}
        parts={{ name: <bdi>{actorName(by)}</bdi>, time, reason: <bdi>{reason}</bdi> }}
      />
    </p>
  )
}

function LastWording({ was, more }: { was: EarlierText; more: number }) {
  return (
    <p className={styles.aftermath} dir="auto">
      <Trans text={text.corrected} parts={{ text: <del>{beginningOf(was.text, FOLD_AT)}</del> }} />
      {more > 0 && (
        <>
          {' '}
          <TransCount forms={text.moreWordings} count={more} parts={{ key: <Key quiet>v</Key> }} />
        </>
      )}
    </p>
  )
}

/** Every earlier text, the newest first, with who replaced it and when. */
function History({ earlier, clock }: { earlier: readonly EarlierText[]; clock: (at: number) => string }) {
  return (
    <ol className={styles.history} aria-label={text.earlier} reversed>
      {earlier.toReversed().map(({ text: wording, by, replacedAt }) => (
        <li key={`${replacedAt} ${wording}`} className={styles.aftermath}>
          <Trans
            text={text.until}
            parts={{
              time: clock(replacedAt),
              name: <bdi>{actorName(by)}</bdi>,
              text: <del dir="auto">{wording}</del>,
            }}
          />
        </li>
      ))}
    </ol>
  )
}
