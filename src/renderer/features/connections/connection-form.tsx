import { Select } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { codeText } from '../../../shared/contract/coded-text'
import {
  type Connection,
  type ConnectionView,
  connectionLimits,
  type ProbeResult,
} from '../../../shared/contract/connections'
import { secretAddressVendors, type Vendor, vendorName, vendors } from '../../../shared/contract/vendors'
import { mailAddresses, mailSender } from '../../../shared/domain/mail-addresses'
import { NAME_LIMIT } from '../../../shared/events/fields'
import { t } from '../../../shared/texts/t'
import { texts } from '../../../shared/texts/texts'
import { useCockpit, useFault } from '../../stores/cockpit'
import { useTypedFields } from '../../stores/use-typed-fields'
import { useWaiting } from '../../stores/use-waiting'
import { Button } from '../../ui/button'
import { FaultNote } from '../../ui/fault-note'
import { Form } from '../../ui/form'
import { RestoredNote } from '../../ui/restored-note'
import textStyles from '../../ui/text.module.css'
import { TextField } from '../../ui/text-fields'
import { ChooseFields } from './choose-fields'
import styles from './connections.module.css'
import { splitDraft, withDraft } from './stored-draft'
import { type ExtraField, formOfVendor, typedConnection, understoodAddress } from './vendor-fields'

const text = texts.connections

export interface ConnectionFormProps {
  readonly view: ConnectionView
  /** Not saved yet, so there is nothing to remove. */
  readonly isNew: boolean
  readonly onChanged: () => void
}

/** One connection: with an empty token field the stored token is used. */
export function ConnectionForm(props: ConnectionFormProps) {
  const { commands } = useCockpit()
  const fault = useFault('connections')
  const form = useConnectionForm(props)
  const { typed, probe } = form
  const choices = typeof probe === 'object' ? probe?.choices : undefined
  return (
    <Form
      onSubmit={form.save}
      submit={text.save}
      hint={
        props.isNew ? undefined : (
          <Button tone="danger" onClick={form.remove}>
            {text.remove}
          </Button>
        )
      }
      more={formOfVendor[typed.vendor].offline ? undefined : <Button onClick={form.test}>{text.test}</Button>}
      outcome={
        <>
          <ProbeNote probe={probe} vendor={typed.vendor} />
          <FaultNote fault={fault} onDismiss={() => commands.dismiss('connections')} />
        </>
      }
    >
      <RestoredNote since={form.since} forget={form.startOver} />
      <ConnectionFields view={props.view} form={form} />
      <ChooseFields typed={typed} choices={choices} onChange={form.choose} />
    </Form>
  )
}

type ConnectionFormState = ReturnType<typeof useConnectionForm>

/** The typed connection, and its test, saving and removal. A typed token is never stored. */
function useConnectionForm({ view, isNew, onChanged }: ConnectionFormProps) {
  const { commands } = useCockpit()
  const stored = useTypedFields(`connection:${isNew ? 'new' : view.connection.id}`, { draft: '' }, 'cockpit')
  const [held, setHeld] = useState<Partial<Connection>>({})
  const [token, setToken] = useState('')
  const [key, setKey] = useState('')
  const [probe, setProbe] = useState<ProbeResult | 'asking' | null>(null)
  const typed: Connection = { ...withDraft(view.connection, stored.values.draft), ...held }
  const sent = typedConnection(typed)
  const setTyped = (next: Connection) => {
    const split = splitDraft(view.connection, next)
    setHeld(split.held)
    stored.set({ draft: split.stored })
  }
  const set = (change: Partial<Connection>) => {
    setTyped({ ...typed, ...change })
    setProbe(null)
  }
  const changed = () => {
    stored.forget()
    onChanged()
  }
  const input = () => ({ connection: sent, token: token === '' ? null : token, ...(key !== '' && { key }) })
  return {
    ...{ typed, sent, set, token, setToken, key, setKey, probe, since: stored.since },
    /** What to read does not depend on the token, so the test's outcome stays after a choice. */
    choose: (change: Partial<Connection>) => {
      if (change.baseUrl !== undefined) set(change)
      else setTyped({ ...typed, ...change })
    },
    startOver: () => {
      stored.forget()
      setHeld({})
      setToken('')
      setKey('')
      setProbe(null)
    },
    test: async () => {
      setProbe('asking')
      const reply = await commands.ask('connections', 'connections:test', input())
      setProbe(reply.ok ? reply.value : null)
    },
    save: async () => {
      const reply = await commands.ask('connections', 'connections:save', input())
      if (reply.ok) changed()
    },
    remove: async () => {
      const reply = await commands.ask('connections', 'connections:remove', { connection: typed.id })
      if (reply.ok) changed()
    },
  }
}

interface ConnectionFieldsProps {
  readonly view: ConnectionView
  readonly form: ConnectionFormState
}

/** Where the connection leads and with which token. The vendor field has the focus first. */
function ConnectionFields({ view, form }: ConnectionFieldsProps) {
  const { typed, set } = form
  const first = useRef<HTMLInputElement>(null)
  useEffect(() => first.current?.focus(), [])
  return (
    <>
      <Select
        ref={first}
        label={text.vendor}
        allowDeselect={false}
        data={vendors.map(value => ({ value, label: vendorName[value] }))}
        value={typed.vendor}
        onChange={value => set(forVendor(typed, value as Vendor))}
        comboboxProps={{ transitionProps: { duration: 0 } }}
      />
      <TextField
        limit={NAME_LIMIT}
        label={text.name}
        withAsterisk
        needed={texts.ui.empty}
        value={typed.name}
        onChange={event => set({ name: event.currentTarget.value })}
      />
      {formOfVendor[typed.vendor].offline ? null : <ServerFields view={view} form={form} />}
    </>
  )
}

/** The server that is asked or sent to, and what proves to it. */
function ServerFields({ view, form }: ConnectionFieldsProps) {
  const { typed, sent, set } = form
  const { extras = [], signed, open } = formOfVendor[typed.vendor]
  const address = understoodAddress(typed)
  const secret = <SecretInput view={view} form={form} />
  return (
    <>
      {!secretAddressVendors.includes(typed.vendor) && (
        <TextField
          limit={connectionLimits.address}
          sent={sent.baseUrl}
          label={typed.vendor === 'email' ? text.mailServer : text.address}
          description={address === null ? undefined : t(text.understood, { address })}
          withAsterisk
          needed={texts.ui.empty}
          value={typed.baseUrl}
          onChange={event => set({ baseUrl: event.currentTarget.value })}
        />
      )}
      {!open && secret}
      {signed && <KeyInput view={view} form={form} />}
      {extras.map(extra => (
        <ExtraInput key={extra} typed={typed} extra={extra} onChange={set} />
      ))}
      {open && secret}
    </>
  )
}

/** What proves to the server who asks; with an empty field the stored one is used. */
function SecretInput({ view, form: { typed, since, token, setToken } }: ConnectionFieldsProps) {
  const names: Partial<Record<Vendor, string>> = texts.vendorForms.secrets
  const name = names[typed.vendor]
  const again = name === undefined ? text.tokenAgain : text.secretAgain
  // Where the address is the secret, there is nothing to send to without it.
  const isMissing = secretAddressVendors.includes(typed.vendor) && !view.hasToken
  return (
    <TextField
      limit={connectionLimits.token}
      type="password"
      label={name ?? text.token}
      {...(isMissing && { withAsterisk: true, needed: texts.ui.empty })}
      description={`${texts.vendorForms.tokens[typed.vendor]}${since !== null ? ` ${again}` : ''}`}
      placeholder={view.hasToken ? t(text.tokenKept, { note: view.tokenNote }) : ''}
      autoComplete="off"
      value={token}
      onChange={event => setToken(event.currentTarget.value)}
    />
  )
}

/** The key of a connection that signs what it sends; with an empty field the stored one is used. */
function KeyInput({ view, form }: ConnectionFieldsProps) {
  return (
    <TextField
      limit={connectionLimits.token}
      type="password"
      label={text.key}
      {...(view.hasKey !== true && { withAsterisk: true, needed: texts.ui.empty })}
      description={texts.vendorForms.key}
      placeholder={view.hasKey ? t(text.tokenKept, { note: view.tokenNote }) : ''}
      autoComplete="off"
      value={form.key}
      onChange={event => form.setKey(event.currentTarget.value)}
    />
  )
}

interface ExtraInputProps {
  readonly typed: Connection
  readonly extra: ExtraField
  readonly onChange: (change: Partial<Connection>) => void
}

function ExtraInput({ typed, extra, onChange }: ExtraInputProps) {
  const { label, about } = texts.vendorForms.extras[extra]
  const value = typed[extra] ?? ''
  const flaw = mailFlaw(extra, value)
  return (
    <TextField
      limit={connectionLimits[extra]}
      label={label}
      description={about}
      value={value}
      {...(flaw !== undefined && { withAsterisk: true, needed: flaw === '' ? texts.ui.empty : flaw })}
      {...(flaw !== undefined && flaw !== '' && { sent: '' })}
      onChange={event => onChange({ [extra]: event.currentTarget.value })}
    />
  )
}

/** [EM9] Why no mail can be sent from or to what was typed; empty: only nothing is wrong. undefined: it is for no mail. */
function mailFlaw(extra: ExtraField, value: string): string | undefined {
  if (extra === 'sender') {
    return value.trim() === '' || mailSender(value) !== undefined ? '' : t(texts.vendorForms.noAddress, { text: value })
  }
  if (extra !== 'recipients') return undefined
  const [wrong] = mailAddresses(value).wrong
  return wrong === undefined ? '' : t(texts.vendorForms.noAddress, { text: wrong })
}

/** The other vendor's usual address, unless another was typed. */
function forVendor(typed: Connection, vendor: Vendor): Partial<Connection> {
  const untouched = typed.baseUrl === formOfVendor[typed.vendor].baseUrl
  const named = typed.name === '' || typed.name === vendorName[typed.vendor]
  return {
    vendor,
    name: named ? vendorName[vendor] : typed.name,
    baseUrl: untouched ? formOfVendor[vendor].baseUrl : typed.baseUrl,
  }
}

interface ProbeNoteProps {
  readonly probe: ProbeResult | 'asking' | null
  readonly vendor: Vendor
}

/** The outcome of a test, and line by line what the token may and may not do. */
function ProbeNote({ probe, vendor }: ProbeNoteProps) {
  const waiting = useWaiting(probe === 'asking')
  if (probe === null) return null
  if (waiting !== undefined) return <FaultNote fault={waiting} />
  if (probe === 'asking') {
    return (
      <p className={textStyles.quiet} role="status">
        {t(text.asking, { vendor: vendorName[vendor] })}
      </p>
    )
  }
  return (
    <div className={styles.probe} data-good={probe.good} role="status">
      <strong>{outcomeWords(probe, vendor)}</strong> {codeText(probe, texts.faults)}
      {probe.abilities !== undefined && (
        <ul className={styles.abilities} aria-label={text.abilities}>
          {probe.abilities.map(ability => (
            <li key={ability.name} data-may={ability.may}>
              <strong>{text.may[ability.may]}</strong> {text.can[ability.name]}
              {ability.message !== '' && <span className={textStyles.quiet}> {codeText(ability, texts.faults)}</span>}
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

function outcomeWords({ good, refused, code }: ProbeResult, vendor: Vendor): string {
  if (good) return code === 'address-untested' ? text.untested : text.works
  return refused ? t(text.refuses, { vendor: vendorName[vendor] }) : text.failed
}
