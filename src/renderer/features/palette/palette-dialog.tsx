import { type KeyboardEvent, useId, useState } from 'react'
import { flushSync } from 'react-dom'
import { texts } from '../../../shared/texts/texts'
import { Dialog } from '../../ui/dialog'
import { Key } from '../../ui/key'
import type { DialogPart } from '../../ui/on-demand'
import styles from '../../ui/option-list.module.css'
import { PointedOption } from '../../ui/pointed-option'
import { PointingField } from '../../ui/pointing-field'
import { found, type PaletteAct } from './palette-list'

export interface PaletteDialogProps extends DialogPart {
  /** The actions available now; read when the palette opens. */
  readonly actsNow: () => readonly PaletteAct[]
}

/** Runs any action by name: type part of it, press Enter. */
export function PaletteDialog({ opened, onClose, actsNow }: PaletteDialogProps) {
  const run = (act: PaletteAct) => {
    saveRecent(window.localStorage, act.id)
    // The focus must be back where it was before the action reads it or opens a dialog.
    flushSync(onClose)
    act.run()
  }
  return (
    <Dialog general opened={opened} onClose={onClose} title={texts.palette.title} width={640}>
      <Palette actsNow={actsNow} onRun={run} />
    </Dialog>
  )
}

interface PaletteProps {
  readonly actsNow: () => readonly PaletteAct[]
  readonly onRun: (act: PaletteAct) => void
}

function Palette({ actsNow, onRun }: PaletteProps) {
  const [acts] = useState(actsNow)
  const [recent] = useState(() => readRecent(window.localStorage))
  const [query, setQuery] = useState('')
  const [at, setAt] = useState(0)
  const list = useId()
  const shown = found(acts, query.trim(), recent)
  const move = (event: KeyboardEvent) => {
    const reached = reachedBy(event.key, at, shown.length)
    if (reached !== undefined) {
      event.preventDefault()
      setAt(reached)
    }
    const act = shown[at]
    if (event.key === 'Enter' && act !== undefined) {
      event.preventDefault()
      onRun(act)
    }
  }
  return (
    <>
      <PointingField
        list={list}
        at={shown[at] === undefined ? null : at}
        asks
        aria-label={texts.palette.field}
        placeholder={texts.palette.placeholder}
        value={query}
        onText={text => {
          setQuery(text)
          setAt(0)
        }}
        onKeyDown={move}
      />
      <div className={styles.commands} id={list} role="listbox" aria-label={texts.palette.list} tabIndex={-1}>
        {shown.map((act, index) => (
          <PaletteOption
            key={act.id}
            id={`${list}-${index}`}
            act={act}
            chosen={index === at}
            recent={recent.includes(act.id)}
            onRun={onRun}
            onPoint={() => setAt(index)}
          />
        ))}
        {shown.length === 0 && <p className={styles.noCommand}>{texts.palette.none}</p>}
      </div>
    </>
  )
}

function reachedBy(key: string, at: number, count: number): number | undefined {
  if (count === 0) return undefined
  if (key === 'ArrowDown') return (at + 1) % count
  if (key === 'ArrowUp') return (at - 1 + count) % count
  return undefined
}

const RECENT_KEY = 'quarterdeck.palette'
const MOST_RECENT = 8

/** Ids of the actions last used in this browser, latest first. */
function readRecent(storage: Storage): readonly string[] {
  return (storage.getItem(RECENT_KEY) ?? '').split('\n').filter(id => id !== '')
}

function saveRecent(storage: Storage, id: string): void {
  const ids = [id, ...readRecent(storage).filter(known => known !== id)]
  storage.setItem(RECENT_KEY, ids.slice(0, MOST_RECENT).join('\n'))
}

interface PaletteOptionProps {
  readonly id: string
  readonly act: PaletteAct
  readonly chosen: boolean
  readonly recent: boolean
  readonly onRun: (act: PaletteAct) => void
  readonly onPoint: () => void
}

/** An action with its group and its key. */
function PaletteOption({ id, act, chosen, recent, onRun, onPoint }: PaletteOptionProps) {
  return (
    <PointedOption id={id} className={styles.command} pointed={chosen} onPick={() => onRun(act)} onPoint={onPoint}>
      <span className={styles.name} dir="auto">
        {act.name}
      </span>
      <span className={styles.commandGroup}>{recent ? texts.palette.usedLast : act.group}</span>
      <span className={styles.commandKey}>{act.key !== undefined && <Key quiet>{act.key}</Key>}</span>
    </PointedOption>
  )
}
