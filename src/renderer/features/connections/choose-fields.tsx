import { MultiSelect, NumberInput, Select } from '@mantine/core'
import {
  type Connection,
  connectionLimits,
  type ProbeResult,
  type VendorChoice,
} from '../../../shared/contract/connections'
import { texts } from '../../../shared/texts/texts'
import { TextField } from '../../ui/text-fields'
import { AnnotateField, NetworkField, ReadersField, ReadFields, RoomFields, SeverityFields } from './vendor-extras'
import { formOfVendor, optionalReads, typedConnection } from './vendor-fields'

const text = texts.reading

interface ChooseFieldsProps {
  readonly typed: Connection
  /** The choices that the last test found. */
  readonly choices: ProbeResult['choices']
  readonly onChange: (change: Partial<Connection>) => void
}

const still = { transitionProps: { duration: 0 } }

/**
 * What to read through a connection: offered once a test has listed it; what was chosen earlier is shown before that.
 */
export function ChooseFields({ typed, choices, onChange }: ChooseFieldsProps) {
  const form = formOfVendor[typed.vendor]
  return (
    <>
      {typed.vendor === 'pagerduty' && <PagerDutyFields typed={typed} choices={choices} onChange={onChange} />}
      {typed.vendor === 'statuspage' && (
        <>
          <One
            label={text.page}
            offered={choices?.pages}
            value={typed.pageId}
            onChange={pageId => onChange({ pageId })}
          />
          <TextField
            limit={connectionLimits.address}
            sent={typedConnection(typed).publicUrl ?? ''}
            label={text.publicAddress}
            description={text.publicAddressAbout}
            value={typed.publicUrl ?? ''}
            onChange={event => onChange({ publicUrl: event.currentTarget.value })}
          />
        </>
      )}
      {typed.vendor === 'slack' && (
        <>
          <One
            label={text.channel}
            offered={choices?.channels}
            value={typed.channel}
            onChange={channel => onChange({ channel })}
          />
          <RoomFields typed={typed} onChange={onChange} />
        </>
      )}
      {typed.vendor === 'by-hand' && <NetworkField typed={typed} onChange={onChange} />}
      {form.readers && <ReadersField typed={typed} onChange={onChange} />}
      {optionalReads(typed.vendor).length > 0 && <ReadFields typed={typed} onChange={onChange} />}
      {typed.vendor === 'grafana' && <AnnotateField typed={typed} onChange={onChange} />}
      {!form.sendsOnly && (
        <NumberInput
          label={text.every}
          description={text.everyAbout}
          min={1}
          max={3600}
          value={typed.everySeconds ?? ''}
          onChange={value => onChange({ everySeconds: typeof value === 'number' ? value : undefined })}
        />
      )}
      {!form.offline && (
        <TextField
          limit={connectionLimits.caFile}
          label={text.certificates}
          description={text.certificatesAbout}
          value={typed.caFile ?? ''}
          onChange={event => onChange({ caFile: event.currentTarget.value })}
        />
      )}
    </>
  )
}

const regions = [
  { value: 'https://api.pagerduty.com', label: text.regions.us },
  { value: 'https://api.eu.pagerduty.com', label: text.regions.eu },
]

function PagerDutyFields({ typed, choices, onChange }: ChooseFieldsProps) {
  return (
    <>
      <Select
        label={text.region}
        description={text.regionAbout}
        data={regions}
        value={typed.baseUrl}
        onChange={baseUrl => baseUrl !== null && onChange({ baseUrl })}
        comboboxProps={still}
      />
      <Many
        label={text.services}
        offered={choices?.services}
        value={typed.services}
        onChange={services => onChange({ services })}
      />
      <Many label={text.teams} offered={choices?.teams} value={typed.teams} onChange={teams => onChange({ teams })} />
      <Many
        label={text.urgencies}
        offered={[
          { id: 'high', name: text.urgencyNames.high },
          { id: 'low', name: text.urgencyNames.low },
        ]}
        value={typed.urgencies}
        onChange={chosen => onChange({ urgencies: (['high', 'low'] as const).filter(one => chosen.includes(one)) })}
      />
      <SeverityFields typed={typed} offered={choices?.priorities} onChange={onChange} />
    </>
  )
}

interface ManyProps {
  readonly label: string
  readonly offered: readonly VendorChoice[] | undefined
  readonly value: readonly string[] | undefined
  readonly onChange: (chosen: readonly string[]) => void
}

function Many({ label, offered = [], value = [], onChange }: ManyProps) {
  // Earlier choices stay available, though no test has named them yet.
  const unnamed = value.filter(id => !offered.some(one => one.id === id)).map(id => ({ id, name: id }))
  const data = [...offered, ...unnamed].map(({ id, name }) => ({ value: id, label: name }))
  if (data.length === 0) return null
  return (
    <MultiSelect
      label={label}
      placeholder={value.length === 0 ? text.all : ''}
      searchable
      data={data}
      value={[...value]}
      onChange={onChange}
      comboboxProps={still}
    />
  )
}

interface OneProps {
  readonly label: string
  readonly offered: readonly VendorChoice[] | undefined
  readonly value: string | undefined
  readonly onChange: (chosen: string) => void
}

/** Nothing before a test has found something: the id can be typed above. */
function One({ label, offered = [], value, onChange }: OneProps) {
  if (offered.length === 0) return null
  return (
    <Select
      label={label}
      searchable
      data={offered.map(({ id, name }) => ({ value: id, label: name }))}
      value={value ?? null}
      onChange={chosen => chosen !== null && onChange(chosen)}
      comboboxProps={still}
    />
  )
}
