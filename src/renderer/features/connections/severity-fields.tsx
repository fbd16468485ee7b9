import { SegmentedControl } from '@mantine/core'
import { useId } from 'react'
import type { Connection, VendorChoice } from '../../../shared/contract/connections'
import { type Severity, severities } from '../../../shared/domain/severity'
import { texts } from '../../../shared/texts/texts'
import { Fieldset } from '../../ui/fieldset'
import styles from './connections.module.css'

const text = texts.reading

interface SeverityFieldsProps {
  readonly typed: Connection
  /** The account's priorities as the last test found them, the most severe first. */
  readonly offered: readonly VendorChoice[] | undefined
  readonly onChange: (change: Partial<Connection>) => void
}

/** What each priority of the account means here; without a word of ours it goes by its place. */
export function SeverityFields({ typed, offered = [], onChange }: SeverityFieldsProps) {
  const said = typed.severities ?? {}
  const names = [...new Set([...offered.map(({ name }) => name), ...Object.keys(said)])]
  const choose = (name: string, to: Severity | undefined) => {
    const { [name]: _, ...others } = said
    const next = to === undefined ? others : { ...others, [name]: to }
    onChange({ severities: Object.keys(next).length === 0 ? undefined : next })
  }
  return (
    <Fieldset className={styles.priorities} legend={text.priorities}>
      {names.length === 0 && <p className={styles.quiet}>{text.noPriorities}</p>}
      {names.map(name => (
        <PriorityRow key={name} name={name} said={said[name]} onChoose={to => choose(name, to)} />
      ))}
    </Fieldset>
  )
}

/** No severity is called so. */
const BY_PLACE = 'by-place'

interface RowProps {
  readonly name: string
  readonly said: Severity | undefined
  readonly onChoose: (to: Severity | undefined) => void
}

function PriorityRow({ name, said, onChoose }: RowProps) {
  const label = useId()
  return (
    <div className={styles.priority}>
      <span id={label} className={styles.name}>
        {name}
      </span>
      <SegmentedControl
        size="xs"
        aria-labelledby={label}
        data={[{ value: BY_PLACE, label: text.byPlace }, ...severities]}
        value={said ?? BY_PLACE}
        onChange={chosen => onChoose(severities.find(known => known === chosen))}
      />
    </div>
  )
}
