import {
  type FocusEvent,
  type KeyboardEvent,
  useCallback,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react'
import type { StrategyId } from '../../../shared/domain/ids'
import type { Incident } from '../../../shared/domain/incident'
import { t, tCount } from '../../../shared/texts/t'
import { texts } from '../../../shared/texts/texts'
import { keyOf } from '../../commands/command-list'
import { rowKeyOf } from '../../commands/row-keys'
import { useCockpit, useFault, useRecord } from '../../stores/cockpit'
import { offerFor } from '../../stores/focus-store'
import { useCommand } from '../../stores/use-command'
import { WhileNoIncident } from '../../stores/while-none'
import { Button, type ButtonProps } from '../../ui/button'
import { EmptyState } from '../../ui/empty-state'
import { FaultNote } from '../../ui/fault-note'
import { Key } from '../../ui/key'
import { onDemand } from '../../ui/on-demand'
import { Pane } from '../../ui/pane'
import { panes } from '../../ui/panes'
import { Trans } from '../../ui/trans'
import { AskedLine } from './asked-line'
import { actsOf } from './board-acts'
import { BoardRowItem } from './board-row'
import { type BoardRow, boardSections } from './board-rows'
import type { DecisionDialogProps } from './decision-dialog'
import type { ItemDialogProps } from './item-dialog'
import type { AskedText, BoardAct, SentAct } from './row-act'
import { SimilarLine } from './similar-line'
import styles from './strategy-pane.module.css'

const text = texts.strategy
const DecisionDialog = onDemand<DecisionDialogProps>(async () => (await import('./decision-dialog')).DecisionDialog)
const ItemDialog = onDemand<ItemDialogProps>(async () => (await import('./item-dialog')).ItemDialog)

/** What is tried, who works on it, what is believed and what is open. */
export function StrategyPane() {
  const incident = useRecord(record => record.incident)
  if (incident !== undefined) return <Board key={incident.id} incident={incident} />
  return (
    <Pane {...panes.strategy}>
      <WhileNoIncident>{({ title }) => <EmptyState title={title}>{text.noIncident}</EmptyState>}</WhileNoIncident>
    </Pane>
  )
}

interface Asking {
  readonly row: BoardRow
  readonly act: SentAct & { readonly asks: AskedText }
}

function Board({ incident }: { readonly incident: Incident }) {
  const { commands, now } = useCockpit()
  const fault = useFault('strategy')
  const [asking, setAsking] = useState<Asking | null>(null)
  const [edited, setEdited] = useState<BoardRow | null>(null)
  const { tasks, attempts, hypotheses, points, decisions } = incident
  const sections = useMemo(
    () => boardSections({ tasks, attempts, hypotheses, points, decisions }),
    [tasks, attempts, hypotheses, points, decisions],
  )
  const rows = useMemo(() => sections.flatMap(section => section.rows), [sections])
  // For this pane alone: the shared faults are shown in the board's forms too.
  const [refused, setRefused] = useState<string | null>(null)
  const { list, hold, chosen, choose, focusChosen, press } = useBoardFocus(rows, setRefused, (...of) => begin(...of))
  useCommand('board-row', focusChosen)
  const asked = useRef(asking)
  asked.current = asking
  const run = useCallback(
    async (act: SentAct, typed: string) => {
      const { ok } = await act.run(commands, typed, now.getState().now)
      // Only its own line: an answer that comes late must not close one that was opened since.
      if (!ok || asked.current?.act !== act) return ok
      setAsking(null)
      focusChosen()
      return ok
    },
    [commands, now, focusChosen],
  )
  const begin = useCallback(
    (row: BoardRow, act: BoardAct) => {
      setRefused(null)
      if ('opens' in act) return setEdited(row)
      const { asks } = act
      if (asks === null) void run(act, '')
      else setAsking({ row, act: { ...act, asks } })
    },
    [run],
  )
  const running = tasks.filter(({ state }) => state === 'open').length
  return (
    <Pane
      {...panes.strategy}
      note={running > 0 ? tCount(text.running, running) : undefined}
      aside={<AddButton tone="bare" />}
      footer={
        <>
          {refused !== null && <FaultNote fault={{ kind: 'refused', message: t(text.notOfRow, { key: refused }) }} />}
          <FaultNote fault={fault} onDismiss={() => commands.dismiss('strategy')} />
          {asking !== null && (
            <AskedLine
              key={`${asking.row.item.id} ${asking.act.label}`}
              incident={incident.id}
              {...asking}
              onSave={typed => run(asking.act, typed)}
              onCancel={() => {
                setAsking(null)
                focusChosen()
              }}
            />
          )}
        </>
      }
    >
      {edited?.kind === 'decision' ? (
        <DecisionDialog opened decision={edited.item} onClose={() => setEdited(null)} />
      ) : (
        <ItemDialog opened={edited !== null} row={edited} onClose={() => setEdited(null)} />
      )}
      <SimilarLine incident={incident} />
      {rows.length === 0 && <HowTo />}
      <fieldset className={styles.board} ref={list} aria-label={text.list} onKeyDown={press} {...hold}>
        {sections.map(section => (
          <section key={section.kind} className={styles.section}>
            <h3 className={styles.title}>{text.sections[section.kind]}</h3>
            <ul aria-label={text.sections[section.kind]}>
              {section.rows.map(row => (
                <BoardRowItem
                  key={row.item.id}
                  row={row}
                  chosen={row.item.id === chosen}
                  onChoose={choose}
                  onAct={begin}
                />
              ))}
            </ul>
          </section>
        ))}
      </fieldset>
    </Pane>
  )
}

/** [SG10] Opens the form. */
function AddButton({ tone }: Pick<ButtonProps, 'tone'>) {
  const { focus } = useCockpit()
  return (
    <Button {...(tone && { tone })} onClick={() => focus.request('board-add')}>
      <Trans text={text.add} parts={{ key: <Key quiet>{keyOf('board-add')}</Key> }} />
    </Button>
  )
}

/** [SG8] An empty board shows how to fill it. */
function HowTo() {
  return (
    <div className={styles.how}>
      <EmptyState title={text.none}>
        <Trans text={text.howTitle} parts={{ add: <AddButton tone="plain" /> }} />
      </EmptyState>
      {Object.values(text.how).map(line => (
        <code key={line}>{line}</code>
      ))}
    </div>
  )
}

/** Keys of some rows: on a row without them they are no command of the cockpit either. */
const boardKeys: ReadonlySet<string> = new Set(Object.values(rowKeyOf.board))

const steps: Readonly<Record<string, (from: number, last: number) => number>> = {
  ArrowDown: from => from + 1,
  ArrowUp: from => from - 1,
  Home: () => 0,
  End: (_, last) => last,
}

/** The focus on the rows: the arrows move it, a key of the row does what its button does. */
function useBoardFocus(
  rows: readonly BoardRow[],
  refuse: (key: string | null) => void,
  onAct: (row: BoardRow, act: BoardAct) => void,
) {
  const { focus } = useCockpit()
  const list = useRef<HTMLFieldSetElement>(null)
  const [wanted, setWanted] = useState<StrategyId | null>(null)
  const chosen = rows.some(({ item }) => item.id === wanted) ? wanted : (rows[0]?.item.id ?? null)
  const focusRow = useCallback((id: StrategyId | null) => {
    if (id === null) return
    list.current?.querySelector<HTMLElement>(`[data-row="${CSS.escape(id)}"]`)?.focus()
  }, [])
  const at = useRef(chosen)
  at.current = chosen
  // The same function for the board's lifetime: otherwise each row would be rendered again.
  const focusChosen = useCallback(() => focusRow(at.current), [focusRow])
  const within = useRef(false)
  useLayoutEffect(() => {
    // A row that moved to another place lost the focus.
    if (within.current && document.activeElement === document.body) focusChosen()
  })
  useLayoutEffect(() => {
    // Its buttons make it higher than it was when the focus scrolled it into view.
    const row = list.current?.querySelector(`[data-row="${CSS.escape(chosen ?? '')}"]`)
    if (row?.contains(document.activeElement)) row.scrollIntoView({ block: 'nearest' })
  }, [chosen])
  const hold = {
    onFocus: () => {
      within.current = true
      refuse(null)
    },
    onBlur: (event: FocusEvent) => {
      if (event.relatedTarget !== null) within.current = false
    },
  }
  const pressOn = (id: StrategyId, key: string | undefined) => {
    const row = rows.find(({ item }) => item.id === id)
    const act = row && actsOf(row).find(one => one.key === key)
    if (row !== undefined && act !== undefined) onAct(row, act)
    else if (key !== undefined) refuse(key)
  }
  const arrived = useRef(pressOn)
  arrived.current = pressOn
  useEffect(() => {
    // After Esc the pane around it has the focus.
    const pane = list.current?.closest('section')
    const enter = (event: globalThis.KeyboardEvent) => {
      if (event.target !== pane || steps[event.key] === undefined) return
      event.preventDefault()
      focusChosen()
    }
    // [CP14] [SG11] The command that opened the board may name a row, and a key of it; a later visit names none.
    const arrive = () => {
      const offer = offerFor(focus, 'strategy')
      if (offer === null || list.current?.querySelector(`[data-row="${CSS.escape(offer.row)}"]`) === null) return
      focusRow(offer.row)
      focus.setState({ offer: null })
      arrived.current(offer.row, offer.key)
    }
    pane?.addEventListener('keydown', enter)
    pane?.addEventListener('focus', arrive)
    return () => {
      pane?.removeEventListener('keydown', enter)
      pane?.removeEventListener('focus', arrive)
    }
  }, [focusChosen, focusRow, focus])
  const press = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return
    const id =
      event.target instanceof Element ? event.target.closest<HTMLElement>('[data-row]')?.dataset.row : undefined
    const place = rows.findIndex(({ item }) => item.id === id)
    const row = rows[place]
    if (row === undefined) return
    const last = rows.length - 1
    const to = steps[event.key]?.(place, last)
    const act = actsOf(row).find(({ key }) => key === event.key)
    if (to !== undefined) focusRow(rows[Math.min(last, Math.max(0, to))]?.item.id ?? null)
    else if (act !== undefined && !event.repeat) onAct(row, act)
    else if (act === undefined && boardKeys.has(event.key)) refuse(event.key)
    else return
    event.preventDefault()
  }
  return { list, hold, chosen, choose: setWanted, focusChosen, press }
}
