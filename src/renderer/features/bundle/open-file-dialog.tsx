import { type ChangeEvent, useCallback, useEffect, useRef, useState } from 'react'
import { BUNDLE_ENDING, type BundleLook, passphraseLimits } from '../../../shared/contract/bundles'
import type { Fault } from '../../../shared/contract/faults'
import type { FileId } from '../../../shared/domain/ids'
import { texts } from '../../../shared/texts/texts'
import { useCockpit } from '../../stores/cockpit'
import { bringFile } from '../../stores/files'
import { offerFor } from '../../stores/focus-store'
import { Button } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import { FaultNote } from '../../ui/fault-note'
import { Form } from '../../ui/form'
import type { DialogPart } from '../../ui/on-demand'
import { TextField } from '../../ui/text-fields'
import styles from './bundle.module.css'
import { LookedAt } from './looked-at'

const text = texts.bundle.open

/** [BN2] A file that was dropped or chosen: it is looked at, and gone on with on a person's word. */
export function OpenFileDialog({ opened, onClose }: DialogPart) {
  return (
    <Dialog general opened={opened} onClose={onClose} title={text.title} width={760}>
      <OpenFile onClose={onClose} />
    </Dialog>
  )
}

/** What is known of the file so far. */
interface Opened {
  readonly file?: FileId | undefined
  readonly look?: BundleLook | undefined
  readonly passphrase?: string | undefined
  readonly fault?: Fault | undefined
  readonly busy?: boolean
}

function OpenFile({ onClose }: { readonly onClose: () => void }) {
  const { file, look, fault, busy, passphrase, begin, unlock, reset } = useOpenedFile()
  if (look !== undefined && file !== undefined)
    return <LookedAt key={file} {...{ file, look, passphrase, onClose, onOther: reset }} />
  if (busy === true) return <p role="status">{text.bringing}</p>
  const needsPassphrase = fault?.code === 'bundle-locked' || fault?.code === 'bundle-wrong-passphrase'
  return needsPassphrase ? <Unlock fault={fault} onUnlock={unlock} /> : <ChooseFile fault={fault} onChosen={begin} />
}

/** A file is dropped at the engine once nobody looks at it any more. */
function useOpenedFile() {
  const { focus, link } = useCockpit()
  const [state, setState] = useState<Opened>({})
  const brought = useRef<FileId | undefined>(undefined)
  const lookAt = useCallback(
    async (file: FileId, passphrase?: string) => {
      setState({ file, busy: true })
      const reply = await link.call('bundle:look', { file, ...(passphrase !== undefined && { passphrase }) })
      setState({ file, passphrase, ...(reply.ok ? { look: reply.value } : { fault: reply.fault }) })
    },
    [link],
  )
  const letGo = useCallback(() => {
    if (brought.current !== undefined) void link.call('bundle:drop', { file: brought.current })
    brought.current = undefined
  }, [link])
  const begin = useCallback(
    async (file: File | FileId) => {
      letGo()
      setState({ busy: true })
      const arrived = typeof file === 'string' ? ({ ok: true, value: file } as const) : await bringFile(file)
      if (!arrived.ok) return setState({ fault: arrived.fault })
      brought.current = arrived.value
      await lookAt(arrived.value)
    },
    [letGo, lookAt],
  )
  useEffect(() => {
    const open = () => {
      const offered = offerFor(focus, 'open-file')
      if (offered === null) return
      focus.setState({ offer: null })
      void begin(offered.file)
    }
    open()
    // Another one may be dropped while this one is shown.
    const stop = focus.subscribe(open)
    return () => {
      stop()
      letGo()
    }
  }, [focus, begin, letGo])
  const { file } = state
  return {
    ...state,
    begin,
    unlock: async (passphrase: string) => file && lookAt(file, passphrase),
    reset: () => {
      letGo()
      setState({})
    },
  }
}

interface ChooseProps {
  readonly fault: Fault | undefined
  readonly onChosen: (file: File) => void
}

function ChooseFile({ fault, onChosen }: ChooseProps) {
  const field = useRef<HTMLInputElement>(null)
  const choose = ({ currentTarget }: ChangeEvent<HTMLInputElement>) => {
    const [file] = currentTarget.files ?? []
    if (file !== undefined) onChosen(file)
  }
  return (
    <div className={styles.choose}>
      <p className={styles.quiet}>
        {text.drop} {text.nothingYet}
      </p>
      <input ref={field} type="file" accept={BUNDLE_ENDING} hidden aria-label={text.choose} onChange={choose} />
      <Button data-autofocus tone="primary" onClick={() => field.current?.click()}>
        {text.choose}
      </Button>
      <FaultNote fault={fault} />
    </div>
  )
}

interface UnlockProps {
  readonly fault: Fault | undefined
  readonly onUnlock: (passphrase: string) => Promise<void> | undefined
}

function Unlock({ fault, onUnlock }: UnlockProps) {
  const [passphrase, setPassphrase] = useState('')
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => field.current?.focus(), [])
  return (
    <Form onSubmit={async () => void (await onUnlock(passphrase))} submit={text.unlock}>
      <TextField
        ref={field}
        type="password"
        autoComplete="off"
        limit={passphraseLimits.most}
        sent={passphrase}
        label={text.passphrase}
        value={passphrase}
        onChange={({ currentTarget }) => setPassphrase(currentTarget.value)}
      />
      <FaultNote fault={fault} />
    </Form>
  )
}
