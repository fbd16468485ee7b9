import type { Incident } from '../../../../shared/domain/incident'
import type { Channel } from '../../../../shared/domain/update'
import { texts } from '../../../../shared/texts/texts'
import { useBoard, useEngineAway, useJudge } from '../../../stores/cockpit'
import { FreshnessBadge } from '../../../ui/freshness-badge'
import textStyles from '../../../ui/text.module.css'
import { Trans } from '../../../ui/trans'
import { publicIncidentOf, shownStatus, statusPageOf } from '../public-facts'
import { type DiffPiece, wordDiff } from '../word-diff'
import styles from './composer.module.css'

const { now: text } = texts.composer

export interface PublicNowProps {
  readonly incident: Incident
  readonly channel: Channel | null
  /** Of the draft: what it changes of the words that customers see is marked in them. */
  readonly body: string
}

/** [CM28] What customers see of the incident on its page now, or saw when it was last read, with its age. */
export function PublicNow({ incident, channel, body }: PublicNowProps) {
  const page = useBoard(board => (channel === null ? undefined : statusPageOf(channel, board.pages)))
  const feed = useBoard(board => board.feeds.find(({ id }) => id === page?.feed))
  const judge = useJudge()
  const away = useEngineAway()
  if (channel === null || page === undefined) return null
  const fresh = feed && judge(feed)
  const isCurrent = fresh === undefined ? !away : fresh.state === 'fresh'
  const shown = publicIncidentOf(incident, channel, page)
  return (
    <section className={styles.now} aria-label={text.label} data-stale={!isCurrent || undefined}>
      <header>
        <h3>
          <Trans text={isCurrent ? text.see : text.saw} parts={{ page: <bdi>{page.name}</bdi> }} />
        </h3>
        {fresh !== undefined && <FreshnessBadge freshness={fresh} />}
      </header>
      {shown === undefined ? (
        <p className={textStyles.quiet}>{text.nothing}</p>
      ) : (
        <>
          <p>
            <bdi>{shown.name}</bdi> <span className={textStyles.quiet}>{shownStatus(shown.status)}</span>
          </p>
          <WordChanges before={shown.lastUpdate} after={body} />
        </>
      )}
    </section>
  )
}

/** Below this share of words that stay, marks would say nothing: the draft says it otherwise. */
const LEAST_SAME = 0.3

/** Two wordings in one text, with what the second one changes marked. */
export function WordChanges({ before, after }: { readonly before: string; readonly after: string }) {
  const pieces = wordDiff(before.trim(), after.trim())
  if (pieces === null || after.trim() === '' || sameShare(pieces) < LEAST_SAME)
    return (
      <p className={styles.diff} dir="auto">
        {before}
      </p>
    )
  if (pieces.every(({ what }) => what === 'same')) return <p className={textStyles.quiet}>{text.same}</p>
  return (
    <p className={styles.diff} dir="auto">
      {pieces.map(({ what, text: words }, at) => {
        const key = `${at} ${what}`
        if (what === 'added') return <ins key={key}>{words}</ins>
        return what === 'removed' ? <del key={key}>{words}</del> : <span key={key}>{words}</span>
      })}
    </p>
  )
}

function sameShare(pieces: readonly DiffPiece[]): number {
  const lengthOf = (all: readonly DiffPiece[]) => all.reduce((sum, piece) => sum + piece.text.length, 0)
  const all = lengthOf(pieces)
  return all === 0 ? 1 : lengthOf(pieces.filter(({ what }) => what === 'same')) / all
}
