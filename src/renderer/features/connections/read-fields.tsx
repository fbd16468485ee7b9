import { MultiSelect, Select } from '@mantine/core'
import type { Connection } from '../../../shared/contract/connections'
import type { OptionalFeed } from '../../../shared/contract/views'
import { optionalReads } from './vendor-fields'

interface ReadFieldsProps {
  readonly typed: Connection
  readonly onChange: (change: Partial<Connection>) => void
}

const still = { transitionProps: { duration: 0 } }

const names: Readonly<Record<OptionalFeed, string>> = {
  alerts: 'Firing alerts',
  rules: 'Alert rules',
  annotations: 'Annotations',
}

/** What else to read through a connection that is there for its panels. */
export function ReadFields({ typed, onChange }: ReadFieldsProps) {
  const offered = optionalReads[typed.vendor]
  const read = offered.filter(what => !typed.unread?.includes(what))
  return (
    <MultiSelect
      label="Besides panels, read"
      description="What is left out is not asked for, and its rights are not missed"
      placeholder={read.length === 0 ? 'Nothing' : ''}
      data={offered.map(value => ({ value, label: names[value] }))}
      value={[...read]}
      onChange={chosen => onChange({ unread: offered.filter(what => !chosen.includes(what)) })}
      comboboxProps={still}
    />
  )
}

const marks = [
  { value: 'no', label: 'Leave its charts alone' },
  { value: 'yes', label: 'Mark decisions and changes of severity on its charts' },
]

export function AnnotateField({ typed, onChange }: ReadFieldsProps) {
  return (
    <Select
      label="Write"
      allowDeselect={false}
      data={marks}
      value={typed.annotate === true ? 'yes' : 'no'}
      onChange={value => onChange({ annotate: value === 'yes' })}
      comboboxProps={still}
    />
  )
}
