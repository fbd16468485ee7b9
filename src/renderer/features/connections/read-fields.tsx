import { MultiSelect, Select } from '@mantine/core'
import type { Connection } from '../../../shared/contract/connections'
import { texts } from '../../../shared/texts/texts'
import { optionalReads } from './vendor-fields'

interface ReadFieldsProps {
  readonly typed: Connection
  readonly onChange: (change: Partial<Connection>) => void
}

const still = { transitionProps: { duration: 0 } }

const text = texts.reading

/** What else to read through a connection that is there for its panels. */
export function ReadFields({ typed, onChange }: ReadFieldsProps) {
  const offered = optionalReads[typed.vendor]
  const read = offered.filter(what => !typed.unread?.includes(what))
  return (
    <MultiSelect
      label={text.besides}
      description={text.besidesAbout}
      placeholder={read.length === 0 ? text.besidesNothing : ''}
      data={offered.map(value => ({ value, label: text.besidesNames[value] }))}
      value={[...read]}
      onChange={chosen => onChange({ unread: offered.filter(what => !chosen.includes(what)) })}
      comboboxProps={still}
    />
  )
}

const marks = [
  { value: 'no', label: text.writes.no },
  { value: 'yes', label: text.writes.yes },
]

export function AnnotateField({ typed, onChange }: ReadFieldsProps) {
  return (
    <Select
      label={text.write}
      allowDeselect={false}
      data={marks}
      value={typed.annotate === true ? 'yes' : 'no'}
      onChange={value => onChange({ annotate: value === 'yes' })}
      comboboxProps={still}
    />
  )
}
