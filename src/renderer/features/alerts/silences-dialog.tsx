import type { SilenceList, SilenceRow } from '../../../shared/contract/silences'
import { t, tCount } from '../../../shared/texts/t'
import { texts } from '../../../shared/texts/texts'
import { keyOf } from '../../commands/command-list'
import { useBoard, useNow } from '../../stores/cockpit'
import { useRead } from '../../stores/use-read'
import { useClockFace } from '../../ui/clock-face'
import { Dialog } from '../../ui/dialog'
import { EmptyState } from '../../ui/empty-state'
import { FaultNote } from '../../ui/fault-note'
import { reasonText } from '../../ui/fault-text'
import { Key } from '../../ui/key'
import type { DialogPart } from '../../ui/on-demand'
import { ReadAge } from '../../ui/read-age'
import { spanText } from '../../ui/span-text'
import textStyles from '../../ui/text.module.css'
import { Trans } from '../../ui/trans'
import styles from './alert-dialogs.module.css'

const text = texts.silences

/**
 * [AM2] Silences at the alert sources: who set them, why, until when, by which matchers, and how many alerts they hide.
 */
export function SilencesDialog({ opened, onClose }: DialogPart) {
  return (
    <Dialog general opened={opened} onClose={onClose} title={text.title} placement="side" width={560}>
      <Silences />
    </Dialog>
  )
}

function Silences() {
  // Read again each time the dialog opens.
  const { value: list, ...read } = useRead('alerts:silences', {})
  const now = useNow()
  if (list === undefined) {
    if (read.fault === undefined) return <p className={textStyles.soft}>{text.reading}</p>
    return <FaultNote fault={read.fault} onAgain={read.again} />
  }
  if (list.asked === 0) {
    return (
      <EmptyState title={text.notConnected}>
        <Trans text={text.connect} parts={{ key: <Key>{keyOf('connections')}</Key> }} />
      </EmptyState>
    )
  }
  return (
    <>
      <ReadAge {...read} now={now} />
      <Problems problems={list.problems} />
      {list.silences.length === 0 && list.problems.length === 0 && (
        <EmptyState title={text.none}>{text.noneAbout}</EmptyState>
      )}
      <ul className={styles.list} aria-label={text.list}>
        {list.silences.map(silence => (
          <Line key={silence.id} silence={silence} />
        ))}
      </ul>
    </>
  )
}

function Problems({ problems }: Pick<SilenceList, 'problems'>) {
  const name = useConnectionName()
  return problems.map(({ connection, message, ...coded }) => (
    <p key={connection} className={styles.problem}>
      {t(text.problem, { name: name(connection), message: reasonText({ ...coded, reason: message }) })}
    </p>
  ))
}

/** By the feeds that are read through it. */
function useConnectionName(): (connection: string) => string {
  const feeds = useBoard(board => board.feeds)
  return connection => feeds.find(feed => feed.connection === connection)?.name ?? connection
}

function Line({ silence: { connection, by, why, from, until, matchers, hides } }: { readonly silence: SilenceRow }) {
  const now = useNow()
  const clock = useClockFace()
  const name = useConnectionName()
  const planned = from > now
  const told = { by: by || text.nobody, time: clock.short(until), left: spanText(Math.max(0, until - now)) }
  return (
    <li className={styles.silence}>
      <p className={styles.head}>
        <span className={styles.silenceMatchers}>{matchers.join(' ')}</span>
        <span className={styles.hides} data-some={hides > 0 || undefined}>
          {hides === 0 ? text.hidesNone : tCount(text.hides, hides)}
        </span>
      </p>
      <p className={styles.why}>{why || text.noReason}</p>
      <p className={textStyles.soft}>
        {planned ? `${t(text.planned, { time: clock.short(from), span: spanText(from - now) })} · ` : ''}
        {t(planned ? text.plannedUntil : text.until, told)}
        {' · '}
        <bdi>{name(connection)}</bdi>
      </p>
    </li>
  )
}
