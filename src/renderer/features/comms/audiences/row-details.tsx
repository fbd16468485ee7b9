import type { ReactNode } from 'react'
import type { LedgerEntry, LedgerRow } from '../../../../shared/domain/audience-ledger'
import type { Incident } from '../../../../shared/domain/incident'
import { actorName } from '../../../../shared/domain/people'
import { t } from '../../../../shared/texts/t'
import { texts } from '../../../../shared/texts/texts'
import { keyOf } from '../../../commands/command-list'
import { useBoard } from '../../../stores/cockpit'
import { Button } from '../../../ui/button'
import { ButtonRow } from '../../../ui/button-row'
import { Clamp } from '../../../ui/clamp'
import { useClockFace } from '../../../ui/clock-face'
import { EmptyState } from '../../../ui/empty-state'
import { Facts } from '../../../ui/facts'
import { Key } from '../../../ui/key'
import { OutsideLink } from '../../../ui/outside-link'
import textStyles from '../../../ui/text.module.css'
import { Trans } from '../../../ui/trans'
import { canWrite, channelsText, nameOf, rhythmText } from './audience-words'
import styles from './ledger.module.css'

const text = texts.audiences
/** Of the acts that the empty list names. */
const letters = { write: 'u', byHand: 't' } as const

/** What can be done about the chosen audience, by the letter that does it; undefined: not now. */
export interface RowActs {
  readonly u: (() => void) | undefined
  readonly s: (() => void) | undefined
  readonly n: (() => void) | undefined
  readonly w: (() => void) | undefined
  readonly t: (() => void) | undefined
  /** Opens the table of all audiences. */
  readonly e: (() => void) | undefined
}

interface RowDetailsProps {
  readonly incident: Incident
  readonly row: LedgerRow
  readonly acts: RowActs
}

/** What an audience needs, when it hears next, what can be done about it, and all that it was told. */
export function RowDetails({ incident, row, acts }: RowDetailsProps) {
  const clock = useClockFace()
  const channels = useBoard(board => board.channels)
  const { due, entries } = row
  const next =
    due === null ? text.noNext : t(text.nextAt, { time: clock.short(due.dueAt), because: text.because[due.because] })
  const facts = [
    { name: t(text.facts.pace, { severity: incident.severity }), value: rhythmText(row, incident) },
    { name: text.facts.channels, value: <bdi>{channelsText(row, channels)}</bdi> },
    { name: text.facts.next, value: next },
  ]
  return (
    <>
      <h3 className={styles.title} dir="auto">
        {nameOf(row)}
      </h3>
      {row.row !== undefined && (
        <p className={textStyles.soft} dir="auto">
          {row.row.needs}
        </p>
      )}
      <Facts facts={facts} className={styles.facts} />
      <ButtonRow className={styles.acts}>
        <Act act={acts.u} letter="u" tone="primary">
          {text.write}
        </Act>
        <Act act={acts.s} letter="s">
          {text.putOff}
        </Act>
        <Act act={acts.n} letter="n">
          {text.notNeeded}
        </Act>
        <Act act={acts.w} letter="w">
          {text.wake}
        </Act>
        <Act act={acts.t} letter="t">
          {text.byHand}
        </Act>
      </ButtonRow>
      {!canWrite(row, channels) && (
        <p className={textStyles.soft}>
          <Trans text={text.noChannel} parts={{ key: <Key plain>{keyOf('connections')}</Key> }} />
        </p>
      )}
      <Entries row={row} entries={entries} />
    </>
  )
}

interface ActProps {
  readonly act: (() => void) | undefined
  readonly letter: string
  readonly tone?: 'primary' | 'plain'
  readonly children: ReactNode
}

function Act({ act, letter, tone = 'plain', children }: ActProps) {
  if (act === undefined) return null
  return (
    <Button tone={tone} onClick={act}>
      {children} <Key quiet>{letter}</Key>
    </Button>
  )
}

function Entries({ row, entries }: { readonly row: LedgerRow; readonly entries: readonly LedgerEntry[] }) {
  if (entries.length === 0)
    return (
      <EmptyState title={text.noEntries}>
        {row.audience !== 'customers' && (
          <Trans
            text={text.noEntriesHow}
            parts={{ write: <Key plain>{letters.write}</Key>, byHand: <Key plain>{letters.byHand}</Key> }}
          />
        )}
      </EmptyState>
    )
  return (
    // Scrolled with the keyboard too.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a list that scrolls
    <ul className={styles.entries} aria-label={t(text.entries, { name: nameOf(row) })} tabIndex={0}>
      {entries.map(entry => (
        <Entry key={entry.id} entry={entry} />
      ))}
    </ul>
  )
}

const notOut: Readonly<Record<LedgerEntry['state'], string>> = {
  out: '',
  leaving: text.entry.leaving,
  'to-post': texts.channels.toPost,
  'in-doubt': text.entry.doubt,
}

function Entry({ entry: { at, by, through, url, text: said, promise, state } }: { readonly entry: LedgerEntry }) {
  const clock = useClockFace()
  const where = 'channel' in through ? through.channel.label : text.hows[through.byHand]
  return (
    <li className={styles.entry} data-state={state}>
      <time className={styles.at}>{at === null ? notOut[state] : clock.short(at)}</time>
      <div className={styles.said}>
        <Clamp lines={2}>{said}</Clamp>
        <p className={styles.how}>
          <bdi>{where}</bdi>
          {by !== null && <bdi>{t(text.entry.by, { name: actorName(by) })}</bdi>}
          {promise !== null && (
            <span data-promise={promise.state}>
              {t(text.promise[promise.state], { time: clock.short(promise.at) })}
            </span>
          )}
          {url !== null && (
            <OutsideLink url={url} className={textStyles.reach}>
              {text.entry.read}
            </OutsideLink>
          )}
        </p>
      </div>
    </li>
  )
}
