import type { Millis } from '../../../shared/lib/time'
import type { EngineCommands } from '../../stores/commands'

/** What a text has to be typed for before an act is done. */
export interface AskedText {
  readonly label: string
  /** What the field starts with. */
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

/** Something that can be done with a row, by its key or its button. */
export type BoardAct = SentAct | FormAct
