import { texts } from '../../../shared/texts/texts'
import { Key } from '../../ui/key'
import { PointedOption } from '../../ui/pointed-option'
import styles from './palette.module.css'
import type { PaletteAct } from './palette-list'

export interface PaletteOptionProps {
  readonly id: string
  readonly act: PaletteAct
  readonly chosen: boolean
  readonly recent: boolean
  readonly onRun: (act: PaletteAct) => void
  readonly onPoint: () => void
}

/** An act by its name, where it belongs, and the key that does it without the palette. */
export function PaletteOption({ id, act, chosen, recent, onRun, onPoint }: PaletteOptionProps) {
  return (
    <PointedOption id={id} className={styles.option} pointed={chosen} onPick={() => onRun(act)} onPoint={onPoint}>
      <span className={styles.name} dir="auto">
        {act.name}
      </span>
      <span className={styles.group}>{recent ? texts.palette.usedLast : act.group}</span>
      <span className={styles.key}>{act.key !== undefined && <Key quiet>{act.key}</Key>}</span>
    </PointedOption>
  )
}
