import { MultiSelect, SegmentedControl, Select } from '@mantine/core'
import { useId } from 'react'
import type { VendorChoice } from '../../../shared/contract/connections'
import { type Connection, connectionLimits } from '../../../shared/contract/connections'
import { type Readers, readers } from '../../../shared/domain/channels/channel-kind'
import { channelKind } from '../../../shared/domain/channels/channel-kinds'
import { networks } from '../../../shared/domain/channels/networks'
import { type Severity, severities } from '../../../shared/domain/severity'
import { texts } from '../../../shared/texts/texts'
import { Fieldset } from '../../ui/fieldset'
import textStyles from '../../ui/text.module.css'
import { TextField } from '../../ui/text-fields'
import styles from './connections.module.css'
import { bareReaction, optionalReads } from './vendor-fields'

const text = texts.reading

interface RoomFieldsProps {
  readonly typed: Connection
  readonly onChange: (change: Partial<Connection>) => void
}

/** Which Slack channel is read for the timeline, and what moves a message to the front. */
export function RoomFields({ typed, onChange }: RoomFieldsProps) {
  return (
    <>
      <TextField
        limit={connectionLimits.warRoom}
        label={text.warRoom}
        description={text.warRoomAbout}
        value={typed.warRoom ?? ''}
        onChange={event => onChange({ warRoom: event.currentTarget.value })}
      />
      <TextField
        limit={connectionLimits.reaction}
        sent={bareReaction(typed.reaction) ?? ''}
        label={text.reaction}
        description={text.reactionAbout}
        placeholder={text.reactionExample}
        value={typed.reaction ?? ''}
        onChange={event => onChange({ reaction: event.currentTarget.value })}
      />
    </>
  )
}

interface ReadFieldsProps {
  readonly typed: Connection
  readonly onChange: (change: Partial<Connection>) => void
}

const still = { transitionProps: { duration: 0 } }

/** What else to read through a connection that exists for its panels. */
export function ReadFields({ typed, onChange }: ReadFieldsProps) {
  const offered = optionalReads(typed.vendor)
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

const places = networks.map(value => ({ value, label: text.networkNames[value] }))

/** Where a text is posted by hand: its limit is counted as it is counted there. */
export function NetworkField({ typed, onChange }: ReadFieldsProps) {
  return (
    <Select
      label={text.network}
      description={text.networkAbout}
      allowDeselect={false}
      data={places}
      value={typed.network ?? 'clipboard'}
      onChange={value => onChange({ network: networks.find(known => known === value) })}
      comboboxProps={still}
    />
  )
}

const audiences = readers.map(value => ({ value, label: text.readByNames[value] }))

function usualReaders({ vendor, network }: Connection): Readers {
  return vendor === 'by-hand' ? channelKind({ vendor, target: network ?? 'clipboard' }).readers : 'colleagues'
}

/** Who reads what is sent through a connection that does not say it by itself. */
export function ReadersField({ typed, onChange }: ReadFieldsProps) {
  return (
    <Select
      label={text.readBy}
      description={text.readByAbout}
      allowDeselect={false}
      data={audiences}
      value={typed.readers ?? usualReaders(typed)}
      onChange={value => onChange({ readers: readers.find(known => known === value && known !== usualReaders(typed)) })}
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

interface SeverityFieldsProps {
  readonly typed: Connection
  /** The account's priorities as the last test found them, the most severe first. */
  readonly offered: readonly VendorChoice[] | undefined
  readonly onChange: (change: Partial<Connection>) => void
}

/** The severity of each of the account's priorities; without a choice it goes by the priority's position. */
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
      {names.length === 0 && <p className={textStyles.quiet}>{text.noPriorities}</p>}
      {names.map(name => (
        <PriorityRow key={name} name={name} said={said[name]} onChoose={to => choose(name, to)} />
      ))}
    </Fieldset>
  )
}

/** No severity has this name. */
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
