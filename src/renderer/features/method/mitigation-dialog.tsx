import { type KeyboardEvent, useId, useState } from 'react'
import { newId, type StrategyId } from '../../../shared/domain/ids'
import type { Incident } from '../../../shared/domain/incident'
import type { Method } from '../../../shared/domain/method/method-files'
import { t } from '../../../shared/texts/t'
import { texts } from '../../../shared/texts/texts'
import { useCockpit, useOwnFault, useRecord } from '../../stores/cockpit'
import { useOnce } from '../../stores/use-once'
import { useRead } from '../../stores/use-read'
import { WhileNoIncident } from '../../stores/while-none'
import { Button } from '../../ui/button'
import { ButtonRow } from '../../ui/button-row'
import { Dialog } from '../../ui/dialog'
import { EmptyState } from '../../ui/empty-state'
import { FaultNote } from '../../ui/fault-note'
import { Key } from '../../ui/key'
import type { DialogPart } from '../../ui/on-demand'
import { PointedOption } from '../../ui/pointed-option'
import { PointingField } from '../../ui/pointing-field'
import { Trans } from '../../ui/trans'
import styles from './method.module.css'
import { type MenuRow, type MenuView, menuGroups } from './mitigation-rows'
import { useKnown } from './use-known'

const text = texts.mitigation
const views: readonly MenuView[] = ['speed', 'cause']

/** [MM1] Possible mitigations, beside the panes. */
export function MitigationDialog({ opened, onClose }: DialogPart) {
  const incident = useRecord(record => record.incident)
  return (
    <Dialog opened={opened} onClose={onClose} title={text.title} placement="side" width={480}>
      {incident === undefined ? (
        <WhileNoIncident>{words => <EmptyState {...words} />}</WhileNoIncident>
      ) : (
        <Opened incident={incident} onDone={onClose} />
      )}
    </Dialog>
  )
}

function Opened({ incident, onDone }: { readonly incident: Incident; readonly onDone: () => void }) {
  const { value, fault, again } = useRead('method:read', {})
  if (value !== undefined) return <Menu incident={incident} menu={value.method.mitigation} onDone={onDone} />
  if (fault !== undefined) return <FaultNote fault={fault} onAgain={again} />
  return <p data-opening>{texts.trees.reading}</p>
}

interface MenuProps {
  readonly incident: Incident
  readonly menu: Method['mitigation']
  readonly onDone: () => void
}

/**
 * Letters filter, the arrows move; Enter fills in a task, Shift+Enter records an attempt. The focus stays in the field.
 */
function Menu({ incident, menu, onDone }: MenuProps) {
  const id = useId()
  const [words, setWords] = useState('')
  const [view, setView] = useState<MenuView>('speed')
  const [pointed, setPointed] = useState<string | null>(null)
  const fault = useOwnFault('strategy')
  const known = useKnown(incident)
  const groups = menuGroups(menu, view, words, known)
  const rows = groups.flatMap(group => group.rows)
  const at = Math.max(
    0,
    rows.findIndex(({ key }) => key === pointed),
  )
  const { give, note } = useMenuActs(onDone)
  const turn = () => setView(views.find(one => one !== view) ?? view)
  const press = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    const row = rows[at]
    if (event.ctrlKey || event.metaKey || event.altKey) return
    if (step !== undefined && rows.length > 0) setPointed(rows[(at + step + rows.length) % rows.length]?.key ?? null)
    else if (words === '' && (event.key === 'ArrowLeft' || event.key === 'ArrowRight')) turn()
    else if (event.key === 'Enter' && row !== undefined && !event.repeat) event.shiftKey ? note(row) : give(row)
    else return
    event.preventDefault()
  }
  return (
    <div className={styles.tool}>
      <ButtonRow>
        {views.map(one => (
          <Button key={one} aria-pressed={one === view} onClick={() => setView(one)}>
            {text.views[one]}
          </Button>
        ))}
        <Key quiet>{arrows}</Key>
      </ButtonRow>
      <PointingField
        data-autofocus
        small
        asks
        list={id}
        at={rows[at] === undefined ? null : at}
        aria-label={text.filter}
        placeholder={text.filterHint}
        value={words}
        onText={typed => {
          setWords(typed)
          setPointed(null)
        }}
        onKeyDown={press}
      />
      {rows[at] !== undefined && <Acts row={rows[at]} onGive={give} onNote={note} />}
      <FaultNote fault={fault} />
      {rows.length === 0 && <p role="status">{text.noneFits}</p>}
      <div id={id} role="listbox" aria-label={text.title} hidden={rows.length === 0}>
        {groups.map(group => (
          // biome-ignore lint/a11y/useSemanticElements: a listbox must not contain a fieldset
          <div key={group.id} role="group" aria-label={group.title}>
            <p className={styles.group} aria-hidden="true">
              <span dir="auto">{group.title}</span>
              {group.why !== '' && <Why why={group.why} />}
            </p>
            {group.rows.map(row => (
              <MeasureRow
                key={row.key}
                id={`${id}-${rows.indexOf(row)}`}
                row={row}
                pointed={rows[at] === row}
                onPoint={() => setPointed(row.key)}
              />
            ))}
          </div>
        ))}
      </div>
    </div>
  )
}

const shiftEnter = '⇧ ↵'
const arrows = '← →'

interface ActsProps {
  readonly row: MenuRow
  readonly onGive: (row: MenuRow) => void
  readonly onNote: (row: MenuRow) => void
}

/** Actions for the chosen row; outside of it, because a screen reader would not find buttons inside an option. */
function Acts({ row, onGive, onNote }: ActsProps) {
  return (
    <ButtonRow>
      <Button tone="primary" aria-label={t(text.actsOf.task, { text: row.text })} onClick={() => onGive(row)}>
        <Trans text={text.acts.task} parts={{ key: <Key quiet>↵</Key> }} />
      </Button>
      <Button aria-label={t(text.actsOf.attempt, { text: row.text })} onClick={() => onNote(row)}>
        <Trans text={text.acts.attempt} parts={{ key: <Key quiet>{shiftEnter}</Key> }} />
      </Button>
      <bdi className={styles.aside}>{row.text}</bdi>
    </ButtonRow>
  )
}

interface MeasureRowProps {
  readonly id: string
  readonly row: MenuRow
  readonly pointed: boolean
  readonly onPoint: () => void
}

function MeasureRow({ id, row, pointed, onPoint }: MeasureRowProps) {
  return (
    <PointedOption id={id} className={styles.measure} pointed={pointed} onPick={onPoint}>
      <bdi>{row.text}</bdi>
      {row.why !== '' && <Why why={row.why} />}
      {row.tried.map((tried, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two attempts may have one result
        <span key={at} className={styles.tried} dir="auto">
          {tried}
        </span>
      ))}
    </PointedOption>
  )
}

function Why({ why }: { readonly why: string }) {
  return (
    <span className={styles.why} dir="auto" title={why}>
      {t(text.suggested, { why })}
    </span>
  )
}

/** [MM3] A mitigation that is started from the menu has the id of its measure. */
function useMenuActs(onDone: () => void) {
  const { commands, focus } = useCockpit()
  const once = useOnce()
  return {
    give: ({ text: said, measure }: MenuRow) => {
      onDone()
      focus.offer({ command: 'board-add', text: said, measure })
    },
    note: ({ key, text: said, measure }: MenuRow) =>
      once(key, () =>
        commands.send('strategy', 'strategy:put', {
          id: newId<StrategyId>(),
          item: { kind: 'attempt', text: said, result: 'pending', measure },
        }),
      ),
  }
}
