import { Fragment } from 'react'
import type { RevisitInput } from '../../../shared/contract/inputs/decisions'
import type { StrategyItem } from '../../../shared/contract/inputs/strategy'
import { TYPED_LIMIT } from '../../../shared/contract/typed-text'
import { reportsNow } from '../../../shared/domain/customer-reports'
import type { EntryId, IncidentId } from '../../../shared/domain/ids'
import type { Incident } from '../../../shared/domain/incident'
import { reportText } from '../../../shared/events/customers-reported'
import { revisitText } from '../../../shared/events/decision-fields'
import { LINE_LIMIT } from '../../../shared/events/fields'
import type { Millis } from '../../../shared/lib/time'
import { beginningOf } from '../../../shared/lib/whole-characters'
import { numberText, t } from '../../../shared/texts/t'
import { texts } from '../../../shared/texts/texts'
import { useRecord, useSelection } from '../../stores/cockpit'
import { useEditing } from '../../stores/use-editing'
import { Button } from '../../ui/button'
import { OthersHere } from '../../ui/colleagues'
import { Key } from '../../ui/key'
import type { RowClock } from '../../ui/row-clock'
import { spanText } from '../../ui/span-text'
import { Trans, TransCount } from '../../ui/trans'
import { MOST_ENTRIES, type ReadEntries, type ReadLine } from './line-grammar'
import styles from './line-input.module.css'
import type { StrategyMark } from './strategy-grammar'
import type { CorrectionText, LineMode } from './use-line-mode'

export interface LineHintProps {
  readonly entries: ReadEntries
  /** Characters in the field. */
  readonly length: number
  readonly now: Millis
  readonly mode: LineMode
  readonly clock: RowClock
  readonly correction: CorrectionText
  /** Writes each line of text as its own entry. */
  readonly onEach: () => void
}

const text = texts.scribe

/** Shows how the line will be read, while it is typed. */
export function LineHint(props: LineHintProps) {
  const { entries, length, mode, clock, correction } = props
  const [read] = entries.one
  const longest = mode.kind === 'correction' ? LINE_LIMIT : TYPED_LIMIT
  if (length > longest) {
    return (
      <p className={styles.hint} role="alert">
        <span className={styles.warn}>{t(text.tooLong, { count: numberText(length), most: numberText(longest) })}</span>
      </p>
    )
  }
  return (
    <div className={styles.under}>
      <p className={styles.hint}>
        {mode.kind === 'correction' ? (
          <>
            <Correcting mode={mode} text={correctionText(correction.text.trim(), mode.theirs)} clock={clock} />
            {correction.restored && (
              <Trans
                text={text.notSaved}
                parts={{
                  act: (
                    <Button tone="bare" onClick={correction.startOver}>
                      {text.asItStands}
                    </Button>
                  ),
                }}
              />
            )}
          </>
        ) : read?.text === '' && read.strategy?.needs ? (
          <span className={styles.warn}>{needsText(text.strategy.alone, read.strategy.needs)}</span>
        ) : read === undefined || (read.text === '' && mode.kind === 'new') ? (
          <Trans text={text.marks} parts={{ marks: <Marks />, last: <Key>↑</Key> }} />
        ) : (
          <Reading {...props} read={read} />
        )}
      </p>
      {mode.kind !== 'correction' && <Each {...props} />}
    </div>
  )
}

type CorrectionMode = Extract<LineMode, { readonly kind: 'correction' }>

function correctionText(typed: string, theirs: string | undefined): string {
  if (theirs !== undefined) return text.correctedMeanwhile
  return typed === '' ? text.retracting : text.correcting
}

interface CorrectingProps {
  readonly mode: CorrectionMode
  readonly text: string
  readonly clock: RowClock
}

function Correcting({ mode: { entry, theirs }, text: what, clock }: CorrectingProps) {
  const incident = useSelection(({ open }) => open)
  const parts = {
    time: clock.time(entry.occurredAt),
    theirs: <strong dir="auto">{theirs}</strong>,
    enter: <Key>↵</Key>,
    esc: <Key>Esc</Key>,
  }
  return (
    <>
      <Trans text={what} parts={parts} />
      {incident !== null && <OthersAtLine incident={incident} entry={entry.id} />}
    </>
  )
}

function OthersAtLine({ incident, entry }: { readonly incident: IncidentId; readonly entry: EntryId }) {
  const others = useEditing(incident, `line:${entry}`)
  return <OthersHere names={others.map(({ who }) => who.name)} inline />
}

const marks = ['!decision', '!task', text.personMark, text.tagMark, '14:23', '-5m', '+pin', '!tried', '!hyp']

function Marks() {
  return marks.map((mark, at) => (
    <Fragment key={mark}>
      {at > 0 && ' '}
      <Key>{mark}</Key>
    </Fragment>
  ))
}

function Reading({
  read,
  entries,
  now,
  mode,
  clock,
}: LineHintProps & {
  readonly read: ReadLine
}) {
  const { kind, occurredAt, pinned, unknownKind } = read
  const key = <Key>↵</Key>
  const item = read.strategy?.item ?? null
  const incident = useRecord(record => record.incident)
  const named = <Read>{item === null ? texts.timeline.kinds[kind] : itemText(item, clock, now, incident)}</Read>
  return (
    <>
      {occurredAt === null ? (
        <Trans text={text.writes} parts={{ key, kind: named }} />
      ) : (
        <Trans
          text={text.writesAt}
          parts={{ key, kind: named, time: <Read>{clock.full(occurredAt)}</Read>, span: spanText(now - occurredAt) }}
        />
      )}
      {mode.kind === 'between' && (
        <Trans text={text.afterLine} parts={{ text: beginningOf(mode.after.text, 24), key: <Key>Esc</Key> }} />
      )}
      {pinned && <Trans text={text.pinned} parts={{ pinned: <Read>{text.pinnedWord}</Read> }} />}
      <Several entries={entries} />
      {read.strategy !== null && <NotRead {...read.strategy} />}
      {unknownKind !== null && <span className={styles.warn}>{t(text.unknownKind, { kind: unknownKind })}</span>}
    </>
  )
}

/** [SG5] What is unreadable in a line for the strategy board, and what it lacks. */
function NotRead({ missing, needs, unread = [] }: NonNullable<ReadLine['strategy']>) {
  const { strategy } = text
  return (
    <>
      {unread.map(({ what, said }) => (
        <span key={what} className={styles.warn} dir="auto">
          {t(strategy.unread[what], { said })}
        </span>
      ))}
      {missing !== null && (
        <span className={styles.warn}>
          {needs === undefined ? strategy.missing[missing] : needsText(strategy.missing.text, needs)}
        </span>
      )}
    </>
  )
}

function needsText(words: string, mark: StrategyMark): string {
  return t(words, { mark, what: text.strategy.needs[mark] })
}

/** [SG5] What the line puts on the strategy board. */
function itemText(item: StrategyItem, clock: RowClock, now: Millis, incident: Incident | undefined): string {
  const { strategy } = text
  const { hypotheses = [], reports = [], crew } = incident ?? {}
  switch (item.kind) {
    case 'task': {
      const who = item.owner ?? strategy.nobody
      return item.dueAt === null
        ? t(strategy.task, { who })
        : t(strategy.taskDue, { who, time: dueText(item.dueAt, clock, now) })
    }
    case 'attempt':
      return t(strategy.attempt, { result: strategy.results[item.result] })
    case 'hypothesis':
      return t(strategy.hypothesis, { number: numberText(hypotheses.length + 1) })
    case 'evidence': {
      const about = hypotheses.find(({ id }) => id === item.hypothesis)?.text ?? ''
      return t(strategy[item.side], { text: beginningOf(about, 40) })
    }
    case 'decision': {
      const said = item.now ? strategy.decided : strategy.proposed
      return item.revisit === null
        ? said
        : t(strategy.revisit, { what: said, when: revisitTyped(item.revisit, clock, now) })
    }
    case 'report': {
      const what = reportText({ ...item, text: '' })
      return t(strategy.report, { what, all: numberText(reportsNow(reports).count + item.count) })
    }
    case 'lead':
      return t(strategy.lead, { team: crew?.teams.find(({ id }) => id === item.team)?.name ?? '' })
    case 'objection':
      return strategy.objection
    case 'verdict':
      return strategy.verdicts[item.state]
    default:
      return item.owner === null
        ? strategy[item.kind]
        : t(strategy.forWhom, { what: strategy[item.kind], who: item.owner })
  }
}

/** [DN8] When it is revisited, as it was read. */
function revisitTyped(revisit: NonNullable<RevisitInput>, clock: RowClock, now: Millis): string {
  const { condition: read } = revisit
  const condition = read && { ...read, limit: read.typed }
  return revisitText({ ...revisit, condition }, at => dueText(at, clock, now))
}

/** With its day where that is not today: `by 09:00` may name tomorrow's. */
function dueText(at: Millis, clock: RowClock, now: Millis): string {
  const time = clock.short(at)
  const days = clock.dayOf(at) - clock.dayOf(now)
  if (days === 0) return time
  return days === 1 ? t(text.strategy.tomorrow, { time }) : t(text.strategy.onDay, { date: clock.date(at), time })
}

/** How several lines of text become entries. */
function Several({ entries: { one, each, lines } }: Pick<LineHintProps, 'entries'>) {
  return (
    <>
      {one.length > 1 && <span className={styles.warn}>{t(text.inParts, { count: numberText(one.length) })}</span>}
      {lines > 1 && one.length === 1 && t(text.oneOfLines, { count: numberText(lines) })}
      {lines > 1 && each === undefined && t(text.tooManyLines, { most: numberText(MOST_ENTRIES) })}
    </>
  )
}

/** The button for one entry per line of text; it is never cut off. */
function Each({ entries: { each }, onEach }: Pick<LineHintProps, 'entries' | 'onEach'>) {
  if (each === undefined) return null
  return (
    <Button tone="bare" onClick={onEach}>
      <TransCount forms={text.eachLine} count={each.length} parts={{ key: <Key plain>Ctrl ↵</Key> }} />
    </Button>
  )
}

function Read({ children }: { readonly children: string }) {
  return <strong className={styles.read}>{children}</strong>
}
