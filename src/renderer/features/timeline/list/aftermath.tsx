import { actorName, actorWithScreen } from '../../../../shared/domain/people'
import type { TimelineEntry, Wording } from '../../../../shared/domain/timeline'
import { MINUTE } from '../../../../shared/lib/time'
import { Key } from '../../../ui/key'
import type { RowClocks } from '../times'
import styles from './aftermath.module.css'
import { FOLD_AT } from './entry-text'

export interface AftermathProps {
  readonly entry: TimelineEntry
  readonly whole: boolean
  readonly clocks: RowClocks
}

/** What happened to the line after it was written: nothing is edited in silence. */
export function Aftermath({ entry, whole, clocks }: AftermathProps) {
  const { by, earlier, retraction, recordedAt, occurredAt } = entry
  const clock = clocks.first.time
  const was = earlier.at(-1)
  return (
    <>
      {was !== undefined && !whole && <LastWording was={was} more={earlier.length - 1} />}
      {whole && earlier.length > 0 && <History earlier={earlier} clock={clock} />}
      {retraction !== null && (
        <p className={styles.aftermath}>
          retracted by <bdi>{actorName(retraction.by)}</bdi> at {clock(retraction.at)}
          {retraction.reason !== '' && (
            <>
              : <bdi>{retraction.reason}</bdi>
            </>
          )}
        </p>
      )}
      {whole && by.kind === 'person' && (by.screen ?? '') !== '' && (
        <p className={styles.aftermath}>by {actorWithScreen(by)}</p>
      )}
      {recordedAt - occurredAt >= MINUTE && <p className={styles.aftermath}>written down at {clock(recordedAt)}</p>}
    </>
  )
}

function LastWording({ was, more }: { was: Wording; more: number }) {
  return (
    <p className={styles.aftermath} dir="auto">
      corrected, was: <del>{was.text.slice(0, FOLD_AT)}</del>
      {more > 0 && (
        <>
          {' '}
          <Key quiet>v</Key> {more} more
        </>
      )}
    </p>
  )
}

/** Every wording, the newest first, with who replaced it and when. */
function History({ earlier, clock }: { earlier: readonly Wording[]; clock: (at: number) => string }) {
  return (
    <ol className={styles.history} aria-label="Earlier wordings" reversed>
      {earlier.toReversed().map(({ text, by, replacedAt }) => (
        <li key={`${replacedAt} ${text}`} className={styles.aftermath}>
          until {clock(replacedAt)}, corrected by <bdi>{actorName(by)}</bdi>: <del dir="auto">{text}</del>
        </li>
      ))}
    </ol>
  )
}
