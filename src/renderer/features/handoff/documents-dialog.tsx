import { useEffect, useRef, useState } from 'react'
import type { DocumentFormat } from '../../../shared/domain/document-kinds'
import { LONGEST_WORDS, MOST_PATTERNS } from '../../../shared/domain/document-kinds'
import { type HandoffId, newId } from '../../../shared/domain/ids'
import type { Incident } from '../../../shared/domain/incident'
import type { Millis } from '../../../shared/lib/time'
import { t } from '../../../shared/texts/t'
import { texts } from '../../../shared/texts/texts'
import { useCockpit, useOwnFault, useRecord } from '../../stores/cockpit'
import { WhileNoIncident } from '../../stores/while-none'
import { Button } from '../../ui/button'
import { useClockFace } from '../../ui/clock-face'
import { Dialog } from '../../ui/dialog'
import { EmptyState } from '../../ui/empty-state'
import { FaultNote } from '../../ui/fault-note'
import { Form } from '../../ui/form'
import type { DialogPart } from '../../ui/on-demand'
import styles from './documents-dialog.module.css'
import { type AskedDocument, DocumentFields, nothingAsked, tooManyWords, withoutOf } from './documents-form'
import { saveDocument } from './use-handoff'

const text = texts.documents

/** [HD16] Which document, in which formats, without what. */
export function DocumentsDialog({ opened, onClose }: DialogPart) {
  const incident = useRecord(record => record.incident)
  const [written, setWritten] = useState<Written | null>(null)
  const close = () => {
    setWritten(null)
    onClose()
  }
  return (
    <Dialog opened={opened} onClose={close} title={text.title} width={680}>
      {written !== null ? (
        <Done written={written} onClose={close} />
      ) : incident === undefined ? (
        <WhileNoIncident>{words => <EmptyState {...words} />}</WhileNoIncident>
      ) : (
        <DocumentForm key={incident.id} incident={incident} onWritten={setWritten} />
      )}
    </Dialog>
  )
}

interface Written {
  readonly handoff: HandoffId
  readonly asked: AskedDocument
  readonly paths: readonly { readonly format: DocumentFormat; readonly path: string }[]
  /** What was not saved, each with why. */
  readonly failed: readonly string[]
  /** Null: it could not be read again. */
  readonly removed: readonly string[] | null
}

interface WrittenBlock {
  readonly block: string
  readonly title?: string
  readonly items?: readonly { readonly text: string }[]
  readonly blocks?: readonly WrittenBlock[]
}

/** [RD1] What a document in JSON says was removed from it; empty: nothing. */
function removedList(document: string): readonly string[] {
  const { blocks }: { readonly blocks: readonly WrittenBlock[] } = JSON.parse(document)
  const section = blocks.findLast(({ title }) => title === texts.redaction.title)
  return (section?.blocks ?? []).flatMap(({ items }) => items ?? []).map(({ text }) => text)
}

function useWriting() {
  const { commands } = useCockpit()
  const place = (handoff: HandoffId, { kind, ...asked }: AskedDocument) => {
    const without = withoutOf({ kind, ...asked })
    return { handoff, document: kind, ...(without !== undefined && { without }) }
  }
  const removedFrom = async (handoff: HandoffId, asked: AskedDocument) => {
    const reply = await commands.send('handoff', 'handoff:read', { ...place(handoff, asked), format: 'json' })
    return reply.ok ? removedList(reply.value.text) : null
  }
  const write = async (asked: AskedDocument): Promise<Written | null> => {
    const handoff = newId<HandoffId>()
    if (!(await commands.send('handoff', 'handoff:write', { handoff })).ok) return null
    const paths: Written['paths'][number][] = []
    const failed: string[] = []
    for (const format of asked.formats) {
      const saved = await commands.send('handoff', 'handoff:save', { ...place(handoff, asked), format })
      if (saved.ok) paths.push({ format, path: saved.value.path })
      else failed.push(t(text.notSaved, { format: texts.handoff.formats[format], message: saved.fault.message }))
    }
    // Each that failed is named in the list.
    if (failed.length > 0) commands.dismiss('handoff')
    return { handoff, asked, paths, failed, removed: await removedFrom(handoff, asked) }
  }
  const saveHere = async (handoff: HandoffId, asked: AskedDocument, format: DocumentFormat) => {
    const reply = await commands.send('handoff', 'handoff:read', { ...place(handoff, asked), format })
    if (reply.ok) saveDocument(reply.value, format)
  }
  return { write, removedFrom, saveHere }
}

interface FormProps {
  readonly incident: Incident
  readonly onWritten: (written: Written) => void
}

interface Preview {
  readonly at: Millis
  readonly items: readonly string[]
}

function DocumentForm({ incident, onWritten }: FormProps) {
  const { commands } = useCockpit()
  const fault = useOwnFault('handoff')
  const { write, removedFrom } = useWriting()
  const [asked, setAsked] = useState(nothingAsked)
  const [preview, setPreview] = useState<Preview | 'none' | null>(null)
  const latest = incident.handoffs.at(-1)
  const wordsFlaw = tooManyWords(asked)
    ? t(text.tooManyWords, { most: String(MOST_PATTERNS), longest: String(LONGEST_WORDS) })
    : undefined
  const isFlawed = wordsFlaw !== undefined || asked.formats.length === 0
  const show = async () => {
    if (wordsFlaw !== undefined) return
    if (latest === undefined) return setPreview('none')
    const items = await removedFrom(latest.id, asked)
    if (items !== null) setPreview({ at: latest.writtenAt, items })
  }
  const submit = async () => {
    if (isFlawed) return
    const written = await write(asked)
    if (written !== null) onWritten(written)
  }
  return (
    <Form
      onSubmit={submit}
      submit={text.write}
      more={<Button onClick={() => void show()}>{text.preview}</Button>}
      outcome={preview !== null && <PreviewList preview={preview} />}
    >
      <DocumentFields
        asked={asked}
        flaws={{ formats: asked.formats.length === 0 ? text.noFormat : undefined, words: wordsFlaw }}
        onChange={change => {
          // A list of other choices would be untrue.
          setPreview(null)
          setAsked(before => ({ ...before, ...change }))
        }}
      />
      <FaultNote fault={fault} onDismiss={() => commands.dismiss('handoff')} />
    </Form>
  )
}

function PreviewList({ preview }: { readonly preview: Preview | 'none' }) {
  const clock = useClockFace()
  if (preview === 'none') return <p className={styles.quiet}>{text.noPreview}</p>
  return (
    <div role="status">
      <p className={styles.quiet}>{t(text.previewOf, { time: clock.short(preview.at) })}</p>
      <Removed items={preview.items} />
    </div>
  )
}

function Removed({ items }: { readonly items: readonly string[] }) {
  if (items.length === 0) return <p className={styles.quiet}>{texts.redaction.none}</p>
  return (
    <ul className={styles.removed} aria-label={texts.redaction.title}>
      {items.map(item => (
        <li key={item}>{item}</li>
      ))}
    </ul>
  )
}

function Done({ written, onClose }: { readonly written: Written; readonly onClose: () => void }) {
  const { commands } = useCockpit()
  const fault = useOwnFault('handoff')
  const { saveHere } = useWriting()
  const { handoff, asked, paths, failed, removed } = written
  const list = useRef<HTMLUListElement>(null)
  // It came in place of the form that had the focus: Enter closes it from here.
  useEffect(() => list.current?.focus(), [])
  return (
    <Form onSubmit={onClose} submit={text.close}>
      <ul ref={list} tabIndex={-1} className={styles.done} aria-label={text.saved}>
        {paths.length > 0 && <li className={styles.quiet}>{text.saved}</li>}
        {paths.map(({ format, path }) => (
          <li key={path} className={styles.file}>
            <bdi>{path}</bdi>
            <Button tone="bare" onClick={() => void saveHere(handoff, asked, format)}>
              {text.saveHere}
            </Button>
          </li>
        ))}
        {failed.map(why => (
          <li key={why} className={styles.flaw} dir="auto">
            {why}
          </li>
        ))}
      </ul>
      {removed !== null && (
        <div>
          <p className={styles.name}>{texts.redaction.title}</p>
          <Removed items={removed} />
        </div>
      )}
      <FaultNote fault={fault} onDismiss={() => commands.dismiss('handoff')} />
    </Form>
  )
}
