import { Checkbox } from '@mantine/core'
import {
  type DocumentFormat,
  type DocumentKind,
  documentFormats,
  documentKinds,
  LONGEST_WORDS,
  MOST_PATTERNS,
  type Redaction,
} from '../../../shared/domain/document-kinds'
import { type EntryKind, entryKinds } from '../../../shared/domain/timeline'
import { texts } from '../../../shared/texts/texts'
import { Choice } from '../../ui/choice'
import { Fieldset } from '../../ui/fieldset'
import { TextArea } from '../../ui/text-fields'
import styles from './documents-dialog.module.css'

const text = texts.documents

/** What is chosen: which document, in what, and without what. */
export interface AskedDocument {
  readonly kind: DocumentKind
  readonly formats: readonly DocumentFormat[]
  readonly people: boolean
  readonly hosts: boolean
  readonly kinds: readonly EntryKind[]
  /** As typed: one a line. */
  readonly words: string
}

export const nothingAsked: AskedDocument = {
  ...{ kind: 'handoff', formats: ['html'], people: false, hosts: false, kinds: [], words: '' },
}

function patternsOf({ words }: AskedDocument): readonly string[] {
  return words
    .split('\n')
    .map(word => word.trim())
    .filter(word => word !== '')
}

/** Whether the engine would refuse the words. */
export function tooManyWords(asked: AskedDocument): boolean {
  const patterns = patternsOf(asked)
  return patterns.length > MOST_PATTERNS || patterns.some(pattern => pattern.length > LONGEST_WORDS)
}

/** Undefined: nothing was asked to be left out. */
export function withoutOf(asked: AskedDocument): Redaction<EntryKind> | undefined {
  const { people, hosts, kinds } = asked
  const patterns = patternsOf(asked)
  return people || hosts || kinds.length + patterns.length > 0 ? { people, hosts, kinds, patterns } : undefined
}

function toggled<One>(all: readonly One[], list: readonly One[], one: One): readonly One[] {
  return all.filter(each => (each === one ? !list.includes(each) : list.includes(each)))
}

interface FieldsProps {
  readonly asked: AskedDocument
  readonly flaws: { readonly formats?: string | undefined; readonly words?: string | undefined }
  readonly onChange: (change: Partial<AskedDocument>) => void
}

/** [HD16] */
export function DocumentFields({ asked, flaws, onChange }: FieldsProps) {
  const { kind, formats, people, hosts, kinds, words } = asked
  return (
    <>
      <Choice
        autoFocus
        columns={2}
        legend={text.kind}
        options={documentKinds.map(one => ({ value: one, label: text.kinds[one], meaning: text.means[one] }))}
        value={kind}
        onChange={next => onChange({ kind: next })}
      />
      <Fieldset legend={text.formats}>
        <div className={styles.boxes}>
          {documentFormats.map(one => (
            <Checkbox
              key={one}
              label={texts.handoff.formats[one]}
              checked={formats.includes(one)}
              onChange={() => onChange({ formats: toggled(documentFormats, formats, one) })}
            />
          ))}
        </div>
        {formats.includes('pdf') && <p className={styles.quiet}>{text.pdfMeans}</p>}
        {flaws.formats !== undefined && (
          <p className={styles.flaw} role="alert">
            {flaws.formats}
          </p>
        )}
      </Fieldset>
      <Fieldset legend={text.leaveOut}>
        <div className={styles.boxes}>
          <Checkbox label={text.people} checked={people} onChange={() => onChange({ people: !people })} />
          <Checkbox label={text.hosts} checked={hosts} onChange={() => onChange({ hosts: !hosts })} />
        </div>
        <p className={styles.quiet}>{text.secrets}</p>
      </Fieldset>
      <Fieldset legend={text.lines}>
        <div className={styles.boxes}>
          {entryKinds.map(one => (
            <Checkbox
              key={one}
              label={texts.timeline.kinds[one]}
              checked={kinds.includes(one)}
              onChange={() => onChange({ kinds: toggled(entryKinds, kinds, one) })}
            />
          ))}
        </div>
      </Fieldset>
      <TextArea
        limit={MOST_PATTERNS * (LONGEST_WORDS + 1)}
        label={text.words}
        rows={2}
        value={words}
        error={flaws.words}
        onChange={({ currentTarget }) => onChange({ words: currentTarget.value })}
      />
    </>
  )
}
