import { type KeyboardEvent, type ReactNode, useDeferredValue, useEffect, useId, useState } from 'react'
import { flushSync } from 'react-dom'
import { type FoundText, LONGEST_SOUGHT, type SearchAnswer } from '../../../shared/contract/record-search'
import type { EntryId } from '../../../shared/domain/ids'
import { numberText, t } from '../../../shared/texts/t'
import { texts } from '../../../shared/texts/texts'
import { useCockpit, useSelection } from '../../stores/cockpit'
import { useRead } from '../../stores/use-read'
import { useClockFace } from '../../ui/clock-face'
import { Dialog } from '../../ui/dialog'
import { FaultNote } from '../../ui/fault-note'
import type { DialogPart } from '../../ui/on-demand'
import styles from '../../ui/option-list.module.css'
import { PointedOption } from '../../ui/pointed-option'
import { PointingField } from '../../ui/pointing-field'

const text = texts.search

export interface SearchDialogProps extends DialogPart {
  /** Makes the timeline visible. */
  readonly showTimeline: () => void
}

/** Searches all incidents; a picked result opens in its incident. */
export function SearchDialog({ opened, onClose, showTimeline }: SearchDialogProps) {
  const { selection, sought } = useCockpit()
  const pick = ({ incident, kind, ref }: FoundText) => {
    // The focus must be back where it was before the timeline takes it.
    flushSync(onClose)
    sought.setState({ line: kind === 'line' ? { incident, entry: ref as EntryId } : null })
    selection.setState({ open: incident })
    showTimeline()
  }
  return (
    <Dialog general opened={opened} onClose={onClose} title={text.title} width={760}>
      <Search onPick={pick} />
    </Dialog>
  )
}

function Search({ onPick }: { readonly onPick: (found: FoundText) => void }) {
  const [typed, setTyped] = useState('')
  const [at, setAt] = useState(0)
  const list = useId()
  const { latest, value, fault, again } = useSearch(useDeferredValue(typed.slice(0, LONGEST_SOUGHT)))
  // Earlier results stay until the next ones arrive, so that the list does not flicker.
  const answer = typed.trim() === '' ? undefined : (value ?? latest)
  const found = answer?.found ?? []
  const press = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    const hit = found[at]
    if (step !== undefined && found.length > 0) setAt((at + step + found.length) % found.length)
    else if (event.key === 'Enter' && hit !== undefined) onPick(hit)
    else return
    event.preventDefault()
  }
  return (
    <>
      <PointingField
        list={list}
        at={found[at] === undefined ? null : at}
        asks
        aria-label={text.field}
        placeholder={text.hint}
        value={typed}
        onText={next => {
          setTyped(next)
          setAt(0)
        }}
        onKeyDown={press}
      />
      <div className={styles.hits} id={list} role="listbox" aria-label={text.list} tabIndex={-1}>
        {found.map((hit, index) => (
          <PointedOption
            key={`${hit.incident} ${hit.kind} ${hit.ref}`}
            id={`${list}-${index}`}
            className={styles.hit}
            pointed={index === at}
            onPick={() => onPick(hit)}
            onPoint={() => setAt(index)}
          >
            <Hit hit={hit} />
          </PointedOption>
        ))}
      </div>
      <FaultNote fault={fault} onAgain={again} />
      <p className={styles.hitNote} role="status">
        {noteOn(typed, answer)}
      </p>
    </>
  )
}

/** Milliseconds between queries while the index is being built. */
const RETRY = 500
/** The same while the index cannot be built; the engine retries that at its own pace. */
const RETRY_FAILED = 5_000

/** [SX3] Search results, queried again while the index is incomplete or failed. An empty text is not queried. */
function useSearch(typed: string) {
  const [attempts, setAttempts] = useState(0)
  const read = useRead('record:search', { typed }, attempts)
  const { reading = null, failed = false } = read.value ?? {}
  const behind = (reading !== null || failed) && typed.trim() !== ''
  // biome-ignore lint/correctness/useExhaustiveDependencies: each incomplete answer triggers one more query
  useEffect(() => {
    if (!behind) return
    const timer = setTimeout(() => setAttempts(count => count + 1), failed ? RETRY_FAILED : RETRY)
    return () => clearTimeout(timer)
  }, [behind, failed, read.value])
  return read
}

function noteOn(typed: string, answer: SearchAnswer | undefined): string {
  if (typed.trim() === '') return text.start
  if (answer === undefined) return ''
  const { found, more, reading, failed, reason } = answer
  const { advice } = text
  if (failed) return reason === undefined ? t(text.failed, { advice }) : t(text.failedBecause, { reason, advice })
  if (reading !== null && reading.total === 0) return text.readingFirst
  if (reading !== null) return t(text.reading, { done: numberText(reading.done), total: numberText(reading.total) })
  if (more) return text.more
  return found.length === 0 ? text.nothing : ''
}

function Hit({ hit }: { readonly hit: FoundText }) {
  const clock = useClockFace()
  const title = useSelection(({ incidents }) => incidents.find(({ id }) => id === hit.incident)?.title)
  return (
    <>
      <span className={styles.piece} dir="auto">
        {withMarks(hit)}
      </span>
      <span className={styles.where}>
        <span>{text.kinds[hit.kind]}</span>
        {hit.kind !== 'title' && title !== undefined && <bdi className={styles.hitTitle}>{title}</bdi>}
        {hit.by !== '' && <bdi>{hit.by}</bdi>}
        <span>
          {clock.date(hit.at)} {clock.full(hit.at)}
        </span>
      </span>
    </>
  )
}

function withMarks({ text: piece, marks }: FoundText): ReactNode {
  const parts: ReactNode[] = []
  let from = 0
  for (const [start, end] of marks) {
    parts.push(piece.slice(from, start), <mark key={start}>{piece.slice(start, end)}</mark>)
    from = end
  }
  return [...parts, piece.slice(from)]
}
