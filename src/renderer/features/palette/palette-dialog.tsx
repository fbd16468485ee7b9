import { type KeyboardEvent, useId, useState } from 'react'
import { flushSync } from 'react-dom'
import { texts } from '../../../shared/texts/texts'
import { Dialog } from '../../ui/dialog'
import type { DialogPart } from '../../ui/on-demand'
import { PointingField } from '../../ui/pointing-field'
import styles from './palette.module.css'
import { found, type PaletteAct } from './palette-list'
import { PaletteOption } from './palette-option'
import { keepRecent, readRecent } from './recent'

export interface PaletteDialogProps extends DialogPart {
  /** What can be done now; asked when it opens. */
  readonly actsNow: () => readonly PaletteAct[]
}

/** Every act by its name: type a part of it, Enter does it. */
export function PaletteDialog({ opened, onClose, actsNow }: PaletteDialogProps) {
  const run = (act: PaletteAct) => {
    keepRecent(window.localStorage, act.id)
    // The focus goes back to where it was before the act looks there, or opens a dialog of its own.
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
      <div className={styles.list} id={list} role="listbox" aria-label={texts.palette.list} tabIndex={-1}>
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
        {shown.length === 0 && <p className={styles.none}>{texts.palette.none}</p>}
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
