import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import type { Audience } from '../../../../shared/domain/audience'
import { audienceLedger, type LedgerRow } from '../../../../shared/domain/audience-ledger'
import type { Incident } from '../../../../shared/domain/incident'
import { texts } from '../../../../shared/texts/texts'
import { useBoard, useCockpit, useNow, useOwnFault, useRecord } from '../../../stores/cockpit'
import { WhileNoIncident } from '../../../stores/while-none'
import { Button } from '../../../ui/button'
import { ButtonRow } from '../../../ui/button-row'
import { useClockFace } from '../../../ui/clock-face'
import { Dialog } from '../../../ui/dialog'
import { EmptyState } from '../../../ui/empty-state'
import { FaultNote } from '../../../ui/fault-note'
import { focusRowByArrows } from '../../../ui/focus-row-by-arrows'
import { isField } from '../../../ui/is-field'
import { Key } from '../../../ui/key'
import type { DialogPart } from '../../../ui/on-demand'
import { canWrite, mostPressing, nameOf, stateText } from './audience-words'
import styles from './ledger.module.css'
import { PutOffForm } from './put-off-form'
import { type RowActs, RowDetails } from './row-details'
import { TableEditor } from './table-editor'
import { ToldForm } from './told-form'

const text = texts.audiences
const EDIT_KEY = 'e'

/** [AU9] Who was told what, when and where, who is to hear next, and one key to each thing that can be done about it. */
export function LedgerDialog({ opened, onClose }: DialogPart) {
  const incident = useRecord(record => record.incident)
  return (
    <Dialog opened={opened} onClose={onClose} title={text.title} width={1080}>
      {incident === undefined ? (
        <WhileNoIncident>{words => <EmptyState {...words} />}</WhileNoIncident>
      ) : (
        <Ledger incident={incident} onClose={onClose} />
      )}
    </Dialog>
  )
}

interface LedgerProps {
  readonly incident: Incident
  readonly onClose: () => void
}

/** What is filled in beside the list: nothing, or one of the forms. */
type Filling = 'nothing' | 'snooze' | 'not-needed' | 'told' | 'table'

function Ledger({ incident, onClose }: LedgerProps) {
  const rows = audienceLedger(incident, useNow())
  const [chosen, setChosen] = useState<Audience | null>(() => mostPressing(rows))
  const [filling, setFilling] = useState<Filling>('nothing')
  const here = useRef<HTMLDivElement>(null)
  const details = useRef<HTMLElement>(null)
  const row = rows.find(({ audience }) => audience === chosen) ?? rows[0]
  const acts = useActs(row, setFilling, onClose)
  const before = useRef<Filling>('nothing')
  useEffect(() => {
    // A form has the focus in its first field, and gives it back to its row.
    if (filling !== 'nothing') details.current?.querySelector<HTMLElement>('[data-autofocus]')?.focus()
    else if (before.current !== 'nothing') here.current?.querySelector<HTMLElement>('[aria-current="true"]')?.focus()
    before.current = filling
  }, [filling])
  if (row === undefined) return null
  const back = () => setFilling('nothing')
  const choose = (audience: Audience) => {
    if (audience === row.audience) return
    setFilling('nothing')
    setChosen(audience)
  }
  if (filling === 'table')
    return (
      // biome-ignore lint/a11y/noStaticElementInteractions: Esc is a second way to its button
      <div onKeyDown={event => onKeys(event, filling, acts, back)}>
        <TableEditor incident={incident} onBack={back} />
      </div>
    )
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: letters are a second way to the buttons in it
    <div ref={here} className={styles.sides} onKeyDown={event => onKeys(event, filling, acts, back)}>
      <Rows rows={rows} chosen={row.audience} onChoose={choose} onEdit={acts.e} />
      <section ref={details} className={styles.details} aria-label={nameOf(row)}>
        {filling === 'nothing' ? (
          <RowDetails {...{ incident, row, acts }} />
        ) : filling === 'told' ? (
          <ToldForm key={row.audience} row={row} onDone={back} />
        ) : (
          <PutOffForm key={row.audience} row={row} start={filling} onDone={back} />
        )}
      </section>
    </div>
  )
}

function useActs(row: LedgerRow | undefined, fill: (form: Filling) => void, onClose: () => void): RowActs {
  const { commands, focus } = useCockpit()
  const channels = useBoard(board => board.channels)
  const isOpen = row !== undefined && row.state !== 'over'
  const putOff = row?.putOff ?? null
  return {
    u:
      row !== undefined && canWrite(row, channels)
        ? () => {
            onClose()
            focus.offer({ command: 'comms', asks: '', to: row.audience })
          }
        : undefined,
    s: isOpen ? () => fill('snooze') : undefined,
    n: isOpen ? () => fill('not-needed') : undefined,
    w:
      row !== undefined && putOff !== null
        ? () => void commands.send('comms', 'comms:wake', { audience: row.audience, was: putOff.event })
        : undefined,
    t: row !== undefined && row.audience !== 'customers' ? () => fill('told') : undefined,
    e: () => fill('table'),
  }
}

function onKeys(event: KeyboardEvent, filling: Filling, acts: RowActs, back: () => void): void {
  if (event.key === 'Escape' && filling !== 'nothing' && !event.defaultPrevented) {
    event.preventDefault()
    back()
    return
  }
  if (filling !== 'nothing' || isField(event.target) || event.ctrlKey || event.metaKey || event.altKey) return
  const onRow = event.target instanceof HTMLElement && event.target.dataset['row'] !== undefined
  const letter = event.key === 'Enter' && onRow ? 'u' : event.key
  const act = letter in acts ? acts[letter as keyof RowActs] : undefined
  if (act === undefined) return
  event.preventDefault()
  act()
}

interface RowsProps {
  readonly rows: readonly LedgerRow[]
  readonly chosen: Audience
  readonly onChoose: (audience: Audience) => void
  readonly onEdit: (() => void) | undefined
}

function Rows({ rows, chosen, onChoose, onEdit }: RowsProps) {
  const now = useNow()
  const clock = useClockFace()
  const fault = useOwnFault('comms')
  return (
    <div className={styles.side}>
      <ul className={styles.rows} aria-label={text.list} onKeyDown={focusRowByArrows}>
        {rows.map(row => (
          <li key={row.audience}>
            <button
              type="button"
              className={styles.row}
              data-row=""
              data-state={row.state}
              data-late={(row.state === 'not-told' && row.due !== null && row.due.dueAt <= now) || undefined}
              data-autofocus={row.audience === chosen || undefined}
              aria-current={row.audience === chosen}
              onFocus={() => onChoose(row.audience)}
              onClick={() => onChoose(row.audience)}
            >
              <bdi className={styles.name}>{nameOf(row)}</bdi>
              <span className={styles.state} dir="auto">
                {stateText(row, now, clock)}
              </span>
            </button>
          </li>
        ))}
      </ul>
      <ButtonRow className={styles.acts}>
        <Button tone="bare" onClick={onEdit}>
          {text.edit} <Key quiet>{EDIT_KEY}</Key>
        </Button>
      </ButtonRow>
      <FaultNote fault={fault} />
    </div>
  )
}
