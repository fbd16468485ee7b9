import { Select, TextInput } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import type { Connection, ConnectionView, ProbeResult } from '../../../shared/contract/connections'
import { type Vendor, vendorName, vendors } from '../../../shared/contract/views'
import { useCockpit } from '../../stores/cockpit'
import { Button } from '../../ui/button'
import { Form } from '../../ui/form'
import { ChooseFields } from './choose-fields'
import { ProbeNote } from './probe-note'
import { typedConnection, vendorForms } from './vendor-fields'

export interface ConnectionFormProps {
  readonly view: ConnectionView
  /** Not saved yet, so there is nothing to remove. */
  readonly isNew: boolean
  readonly onChanged: () => void
}

/** One connection: an empty token keeps the one that is kept. */
export function ConnectionForm({ view, isNew, onChanged }: ConnectionFormProps) {
  const { commands } = useCockpit()
  const [typed, setTyped] = useState<Connection>(view.connection)
  const [token, setToken] = useState('')
  const [probe, setProbe] = useState<ProbeResult | 'asking' | null>(null)
  const first = useRef<HTMLInputElement>(null)
  useEffect(() => first.current?.focus(), [])
  const form = vendorForms[typed.vendor]
  const set = (change: Partial<Connection>) => {
    setTyped({ ...typed, ...change })
    setProbe(null)
  }
  // What to read says nothing of the token: a choice keeps the test's outcome.
  const choose = (change: Partial<Connection>) => {
    if (change.baseUrl !== undefined) set(change)
    else setTyped({ ...typed, ...change })
  }
  const choices = typeof probe === 'object' ? probe?.choices : undefined
  const input = () => ({ connection: typedConnection(typed), token: token === '' ? null : token })
  const test = async () => {
    setProbe('asking')
    const reply = await commands.ask('connections', 'connections:test', input())
    setProbe(reply.ok ? reply.value : null)
  }
  const save = async () => {
    const reply = await commands.ask('connections', 'connections:save', input())
    if (reply.ok) onChanged()
  }
  const remove = async () => {
    const reply = await commands.ask('connections', 'connections:remove', { connection: typed.id })
    if (reply.ok) onChanged()
  }
  return (
    <Form
      onSubmit={save}
      submit="Save"
      hint={
        isNew ? undefined : (
          <Button tone="danger" onClick={remove}>
            Remove
          </Button>
        )
      }
      more={<Button onClick={test}>Test</Button>}
    >
      <Select
        ref={first}
        label="Vendor"
        allowDeselect={false}
        data={vendors.map(value => ({ value, label: vendorName[value] }))}
        value={typed.vendor}
        onChange={value => set(forVendor(typed, value as Vendor))}
        comboboxProps={{ transitionProps: { duration: 0 } }}
      />
      <TextInput
        label="Name"
        required
        value={typed.name}
        onChange={event => set({ name: event.currentTarget.value })}
      />
      <TextInput
        label="Address"
        required
        value={typed.baseUrl}
        onChange={event => set({ baseUrl: event.currentTarget.value })}
      />
      <TextInput
        type="password"
        label="Token"
        description={form.token}
        placeholder={view.hasToken ? `Kept ${view.tokenNote}; empty leaves it` : ''}
        autoComplete="off"
        value={token}
        onChange={event => setToken(event.currentTarget.value)}
      />
      {form.extra !== undefined && <ExtraField typed={typed} extra={form.extra} onChange={set} />}
      <ChooseFields typed={typed} choices={choices} onChange={choose} />
      <ProbeNote probe={probe} vendor={typed.vendor} />
    </Form>
  )
}

interface ExtraFieldProps {
  readonly typed: Connection
  readonly extra: NonNullable<(typeof vendorForms)[Vendor]['extra']>
  readonly onChange: (change: Partial<Connection>) => void
}

function ExtraField({ typed, extra, onChange }: ExtraFieldProps) {
  return (
    <TextInput
      label={extra.label}
      description={extra.description}
      value={typed[extra.field] ?? ''}
      onChange={event => onChange({ [extra.field]: event.currentTarget.value })}
    />
  )
}

/** The other vendor's usual address, unless another was typed. */
function forVendor(typed: Connection, vendor: Vendor): Partial<Connection> {
  const untouched = typed.baseUrl === vendorForms[typed.vendor].baseUrl
  const named = typed.name === '' || typed.name === vendorName[typed.vendor]
  return {
    vendor,
    name: named ? vendorName[vendor] : typed.name,
    baseUrl: untouched ? vendorForms[vendor].baseUrl : typed.baseUrl,
  }
}
