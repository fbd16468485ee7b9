import type { Millis } from '../../../shared/lib/time'
import type { EngineCommands } from '../../stores/commands'

/** Text that must be typed before an action runs. */
export interface AskedText {
  readonly label: string
  /** Initial text of the field. */
  readonly text: string
  readonly mayBeEmpty: boolean
}

interface KeyedAct {
  readonly key: string
  readonly label: string
}

/** Opens the form of the row. */
export interface FormAct extends KeyedAct {
  readonly opens: 'form'
}

export interface SentAct extends KeyedAct {
  readonly asks: AskedText | null
  readonly run: (commands: EngineCommands, text: string, now: Millis) => ReturnType<EngineCommands['send']>
}

/** An action on a row, by its key or its button. */
export type BoardAct = SentAct | FormAct
