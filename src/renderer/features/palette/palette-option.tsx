import { useLayoutEffect, useRef } from 'react'
import { words } from '../../../shared/words/words'
import { Key } from '../../ui/key'
import styles from './palette.module.css'
import type { PaletteAct } from './palette-list'

export interface PaletteOptionProps {
  readonly id: string
  readonly act: PaletteAct
  readonly chosen: boolean
  readonly recent: boolean
  readonly onRun: (act: PaletteAct) => void
}

/** The keyboard stays in the field; the chosen option is only pointed at from there. */
export function PaletteOption({ id, act, chosen, recent, onRun }: PaletteOptionProps) {
  const here = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    if (chosen) here.current?.scrollIntoView?.({ block: 'nearest' })
  }, [chosen])
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the field that points here
    <div
      ref={here}
      id={id}
      className={styles.option}
      role="option"
      tabIndex={-1}
      aria-selected={chosen}
      onClick={() => onRun(act)}
    >
      <span className={styles.name} dir="auto">
        {act.name}
      </span>
      <span className={styles.group}>{recent ? words.palette.usedLast : act.group}</span>
      <span className={styles.key}>{act.key !== undefined && <Key>{act.key}</Key>}</span>
    </div>
  )
}
