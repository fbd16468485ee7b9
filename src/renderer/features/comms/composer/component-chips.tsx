import type { KeyboardEvent } from 'react'
import type { PageComponent } from '../../../../shared/contract/views'
import type { ComponentStatus } from '../../../../shared/domain/update'
import { say } from '../../../../shared/words/say'
import { words } from '../../../../shared/words/words'
import { Fieldset } from '../../../ui/fieldset'
import { Key } from '../../../ui/key'
import { Said } from '../../../ui/said'
import { statusBeside } from '../component-status'
import { componentTone } from '../tones'
import styles from './component-chips.module.css'
import { withComponent } from './composer-state'
import type { Composer } from './use-composer'

const { composer: text, comms } = words

export interface ComponentChipsProps {
  readonly components: readonly PageComponent[]
  readonly composer: Composer
  /** Sets back what the incident changed; undefined where nothing is to be set back. */
  readonly setBack: (() => void) | undefined
}

/** Each component of the page; Enter and the arrows go through the statuses, and a changed one shows both. */
export function ComponentChips({ components, composer: { state, set }, setBack }: ComponentChipsProps) {
  if (components.length === 0) return null
  return (
    <Fieldset legend={text.components}>
      <div className={styles.chips}>
        {components.map(component => (
          <Chip
            key={component.id}
            component={component}
            chosen={state.components[component.id] ?? component.status}
            onChoose={status => set(before => withComponent(before, component.id, status, component.status))}
          />
        ))}
        {setBack !== undefined && (
          <button type="button" className={styles.heal} onClick={setBack}>
            <Said text={comms.setBack.submit} parts={{ key: <Key quiet>Ctrl B</Key> }} />
          </button>
        )}
      </div>
    </Fieldset>
  )
}

interface ChipProps {
  readonly component: PageComponent
  readonly chosen: ComponentStatus
  readonly onChoose: (status: ComponentStatus) => void
}

function Chip({ component: { name, status }, chosen, onChoose }: ChipProps) {
  const turn = (by: number) => onChoose(statusBeside(chosen, by))
  const onKey = (event: KeyboardEvent) => {
    const by = steps[event.key]
    if (by === undefined) return
    event.preventDefault()
    turn(by)
  }
  const [before, after] = [comms.components[status], comms.components[chosen]]
  const told = chosen === status ? before : say(text.change, { before, after })
  return (
    <button
      type="button"
      className={styles.chip}
      data-tone={componentTone[chosen]}
      data-changed={chosen !== status || undefined}
      onClick={() => turn(1)}
      onKeyDown={onKey}
    >
      <span className={styles.name}>{name}</span> <span className={styles.word}>{told}</span>
    </button>
  )
}

const steps: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }
