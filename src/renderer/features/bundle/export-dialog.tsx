import { useEffect, useRef, useState } from 'react'
import { passphraseLimits, type WrittenBundle } from '../../../shared/contract/bundles'
import type { Fault } from '../../../shared/contract/faults'
import type { Incident } from '../../../shared/domain/incident'
import { termOf } from '../../../shared/domain/owner'
import { incomingCommander } from '../../../shared/domain/transfer'
import { NAME_LIMIT } from '../../../shared/events/fields'
import { t, tCount } from '../../../shared/texts/t'
import { texts } from '../../../shared/texts/texts'
import { useCockpit, useOwnFault, useRecord, useSession } from '../../stores/cockpit'
import { saveFile } from '../../stores/files'
import { offerFor } from '../../stores/focus-store'
import { WhileNoIncident } from '../../stores/while-none'
import { Button } from '../../ui/button'
import { Choice } from '../../ui/choice'
import { Dialog } from '../../ui/dialog'
import { EmptyState } from '../../ui/empty-state'
import { FaultNote } from '../../ui/fault-note'
import { Form } from '../../ui/form'
import type { DialogPart } from '../../ui/on-demand'
import { TextField } from '../../ui/text-fields'
import styles from './bundle.module.css'

const text = texts.bundle.export
const { least, most } = passphraseLimits

/** [BN1] [OW5] Writes the incident into a file: a copy, or the one that hands it over. */
export function ExportDialog({ opened, onClose }: DialogPart) {
  const incident = useRecord(record => record.incident)
  const [written, setWritten] = useState<Written | null>(null)
  const close = () => {
    setWritten(null)
    onClose()
  }
  return (
    <Dialog opened={opened} onClose={close} title={text.title} width={620}>
      {written !== null ? (
        <Done written={written} onClose={close} />
      ) : incident === undefined ? (
        <WhileNoIncident>{words => <EmptyState {...words} />}</WhileNoIncident>
      ) : (
        <ExportForm incident={incident} onWritten={setWritten} />
      )}
    </Dialog>
  )
}

type Written = WrittenBundle & { readonly locked: boolean }

interface FormProps {
  readonly incident: Incident
  readonly onWritten: (written: Written) => void
}

function ExportForm({ incident, onWritten }: FormProps) {
  const { id, owner } = incident
  const named = incomingCommander(incident)?.to.name ?? ''
  const { commands, faults, focus } = useCockpit()
  const fault = useOwnFault('file')
  const [offer] = useState(() => offerFor(focus, 'export'))
  const isElsewhere = useSession(session => session.elsewhere.some(one => one.incident === id && !one.here))
  const [kind, setKind] = useState<'copy' | 'hand-over'>(offer === null || isElsewhere ? 'copy' : 'hand-over')
  // Who is named to take over command goes on with the incident, unless somebody else is typed.
  const [to, setTo] = useState(offer?.to ?? named)
  // Nothing that is typed here outlives the dialog.
  const [passphrase, setPassphrase] = useState('')
  const isShort = passphrase !== '' && passphrase.length < least
  const handsOver = kind === 'hand-over'
  const write = async () => {
    if (isShort) return
    if (handsOver) {
      const name = to.trim()
      const release = { incident: id, term: termOf(owner), ...(name !== '' && { to: name }) }
      if (!(await commands.ask('file', 'owner:release', release)).ok) return
    }
    const secret = passphrase === '' ? {} : { passphrase }
    const reply = await commands.ask('file', 'bundle:write', { incident: id, ...secret })
    if (!reply.ok) return
    const saved = await saveFile(reply.value.file, reply.value.name)
    if (!saved.ok) return faults.setState({ file: saved.fault })
    onWritten({ ...reply.value, locked: passphrase !== '' })
  }
  return (
    <Form onSubmit={write} submit={handsOver ? text.writeAndHandOver : text.write} hint={text.noTokens}>
      {isElsewhere ? (
        <p className={styles.warn}>{text.notHere}</p>
      ) : (
        <Choice
          autoFocus
          legend={text.kind}
          options={[
            { value: 'copy', label: text.copy, meaning: text.copyMeans },
            { value: 'hand-over', label: text.handOver, meaning: text.handOverMeans },
          ]}
          value={kind}
          onChange={setKind}
        />
      )}
      {handsOver && (
        <TextField
          limit={NAME_LIMIT}
          label={text.to}
          value={to}
          onChange={({ currentTarget }) => setTo(currentTarget.value)}
        />
      )}
      <TextField
        data-autofocus={isElsewhere || undefined}
        type="password"
        autoComplete="new-password"
        limit={most}
        sent={passphrase}
        label={t(text.passphrase, { least })}
        description={text.noKeeping}
        error={isShort ? t(text.tooShort, { least }) : undefined}
        value={passphrase}
        onChange={({ currentTarget }) => setPassphrase(currentTarget.value)}
      />
      <FaultNote fault={fault} onDismiss={() => commands.dismiss('file')} />
    </Form>
  )
}

function Done({
  written: { file, name, bytes, events, locked },
  onClose,
}: {
  readonly written: Written
  readonly onClose: () => void
}) {
  const [fault, setFault] = useState<Fault>()
  const list = useRef<HTMLUListElement>(null)
  // It came in place of the form that had the focus: Enter closes it from here.
  useEffect(() => list.current?.focus(), [])
  const again = async () => {
    const saved = await saveFile(file, name)
    setFault(saved.ok ? undefined : saved.fault)
  }
  return (
    <Form onSubmit={onClose} submit={text.close} more={<Button onClick={() => void again()}>{text.again}</Button>}>
      <ul ref={list} tabIndex={-1} className={styles.done} aria-label={text.title}>
        <li className={styles.title}>{t(text.done, { name })}</li>
        <li className={styles.quiet}>
          {tCount(text.doneWhat, events, { size: sizeText(bytes) })} {locked && text.locked}
        </li>
      </ul>
      <FaultNote fault={fault} />
    </Form>
  )
}

function sizeText(bytes: number): string {
  const kilobytes = Math.max(1, Math.round(bytes / 1_000))
  if (kilobytes < 1_000) return t(text.kilobytes, { count: kilobytes })
  return t(text.megabytes, { count: (kilobytes / 1_000).toFixed(1) })
}
