import { type KeyboardEvent, useContext, useDeferredValue, useId, useMemo, useState } from 'react'
import { type QueryFlaw, readArchiveQuery } from '../../../shared/domain/archive/archive-query'
import type { Calendar } from '../../../shared/domain/archive/named-days'
import { HOUR, MINUTE, type Millis } from '../../../shared/lib/time'
import { listText, t } from '../../../shared/texts/t'
import { texts } from '../../../shared/texts/texts'
import { keyOf } from '../../commands/command-list'
import { useCockpit, useNow, useSelection } from '../../stores/cockpit'
import { toChooseFrom } from '../../stores/selection-store'
import { Button } from '../../ui/button'
import { ClockContext, useClockFace } from '../../ui/clock-face'
import { Dialog } from '../../ui/dialog'
import { EmptyState } from '../../ui/empty-state'
import { FaultNote } from '../../ui/fault-note'
import { Key } from '../../ui/key'
import type { DialogPart } from '../../ui/on-demand'
import { PointedOption } from '../../ui/pointed-option'
import { PointingField } from '../../ui/pointing-field'
import { rowClock } from '../../ui/row-clock'
import { SeverityBadge } from '../../ui/severity-badge'
import { spanText } from '../../ui/span-text'
import { Trans } from '../../ui/trans'
import { ArchiveFilters } from './archive-filters'
import styles from './incidents-dialog.module.css'
import { type ListedIncident, useArchive } from './use-archive'

const text = texts.incidents
const archive = texts.archive

/** More is typed by nobody: each of its words has a bound of its own. */
const LONGEST_TYPED = 500

/**
 * [AV5] Every incident of this mode: the open ones first, then the archive. Letters search it, arrows choose, Enter opens:
 * an ended one to be read, and nothing else.
 */
export function IncidentsDialog({ opened, onClose }: DialogPart) {
  const { focus } = useCockpit()
  const isAsked = useSelection(state => toChooseFrom(state).length > 0)
  const openFile = () => {
    onClose()
    focus.request('open-file')
  }
  return (
    <Dialog general opened={opened} onClose={onClose} title={isAsked ? text.which : text.title} width={860}>
      <Incidents onClose={onClose} />
      <p className={styles.door}>
        <Button tone="bare" onClick={openFile}>
          <Trans text={text.openFile} parts={{ key: <Key quiet>{keyOf('open-file')}</Key> }} />
        </Button>
      </p>
    </Dialog>
  )
}

function Incidents({ onClose }: { readonly onClose: () => void }) {
  const { selection, focus } = useCockpit()
  const none = useSelection(({ incidents }) => incidents.length === 0)
  const [typed, setTyped] = useState('')
  const [best, setBest] = useState(false)
  const [at, setAt] = useState(0)
  const list = useId()
  const calendar = useCalendar()
  const asked = useDeferredValue(typed)
  const read = useMemo(() => readArchiveQuery(asked, calendar), [asked, calendar])
  const { rows, note, fault, again, more } = useArchive(read, best)
  const choose = (incident: ListedIncident) => {
    onClose()
    if (incident.status === 'resolved') focus.offer({ command: 'replay', incident: incident.id })
    else selection.setState({ open: incident.id })
  }
  const change = (next: string) => {
    setTyped(next.slice(0, LONGEST_TYPED))
    setAt(0)
  }
  const press = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    const row = rows[at]
    if (step !== undefined && rows.length > 0) setAt((at + step + rows.length) % rows.length)
    else if (event.key === 'Enter' && row !== undefined) choose(row)
    else return
    event.preventDefault()
  }
  if (none) {
    return (
      <EmptyState title={text.none}>
        <Trans text={text.noneHow} parts={{ key: <Key>{keyOf('declare')}</Key> }} /> {archive.teach}
      </EmptyState>
    )
  }
  return (
    <>
      <PointingField
        list={list}
        at={rows[at] === undefined ? null : at}
        asks
        aria-label={archive.field}
        placeholder={archive.hint}
        value={typed}
        onText={change}
        onKeyDown={press}
      />
      <ArchiveFilters typed={typed} calendar={calendar} onType={change} best={best} onBest={setBest} />
      <Flaws flaws={read.flaws} typed={asked} />
      <div className={styles.rows}>
        <div id={list} role="listbox" aria-label={archive.list} tabIndex={-1}>
          {rows.map((row, index) => (
            <PointedOption
              key={row.id}
              id={`${list}-${index}`}
              className={styles.row}
              pointed={index === at}
              onPick={() => choose(row)}
              onPoint={() => setAt(index)}
            >
              <IncidentRow incident={row} />
            </PointedOption>
          ))}
        </div>
        {more !== undefined && (
          <Button tone="bare" onClick={more}>
            {archive.more}
          </Button>
        )}
      </div>
      <FaultNote fault={fault} onAgain={again} />
      <p className={styles.note} role="status">
        {note}
      </p>
    </>
  )
}

/** [AV2] What was not understood, with what would do. */
function Flaws({ flaws, typed }: { readonly flaws: readonly QueryFlaw[]; readonly typed: string }) {
  if (flaws.length === 0) return null
  return (
    <ul className={styles.flaws} role="alert">
      {flaws.map(({ flaw, from, to, meant = '' }) => (
        <li key={from}>{t(archive.flaws[flaw], { part: typed.slice(from, to), meant })}</li>
      ))}
    </ul>
  )
}

/** How bad, what, who, and when it was and for how long. */
function IncidentRow({ incident }: { readonly incident: ListedIncident }) {
  const { severity, title, status, began, ended, ic, services } = incident
  const now = useNow()
  const clock = useClockFace()
  const time = { date: `${clock.date(began)} ${clock.short(began)}`, span: spanText((ended ?? now) - began) }
  return (
    <>
      <SeverityBadge severity={severity} />
      <span className={styles.what}>
        <span className={styles.title} dir="auto">
          {title}
        </span>
        {services.length > 0 && (
          <span className={styles.quiet} dir="auto">
            {listText(services)}
          </span>
        )}
      </span>
      <span className={styles.quiet} dir="auto">
        {ic ?? text.noCommander}
      </span>
      <span className={styles.status} data-over={status === 'resolved'}>
        {texts.status.names[status]}
      </span>
      <span className={styles.when}>{t(ended === null ? texts.archive.runs : texts.archive.ran, time)}</span>
    </>
  )
}

/** The days of the clock that this browser shows; it goes on once a minute. */
function useCalendar(): Calendar {
  const minute = Math.floor(useNow() / MINUTE)
  const { choice } = useContext(ClockContext)
  return useMemo(() => {
    const clock = rowClock(choice)
    const now = minute * MINUTE
    return { now, today: clock.dayOf(now), startOf: day => firstInstant(day, clock.instants) }
  }, [minute, choice])
}

/** A day begins at one o'clock where its midnight is skipped. */
function firstInstant(day: number, instants: (day: number, timeOfDay: Millis) => readonly Millis[]): Millis {
  const first = [0, HOUR].flatMap(time => instants(day, time))[0]
  return first ?? day * 24 * HOUR
}
