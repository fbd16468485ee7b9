import { t } from '../../../shared/texts/t'
import { texts } from '../../../shared/texts/texts'
import { Dialog } from '../../ui/dialog'
import { Key } from '../../ui/key'
import type { DialogPart } from '../../ui/on-demand'
import styles from './keys-sheet.module.css'

const text = texts.keysSheet

export interface KeyLine {
  readonly key: string
  readonly does: string
  readonly group: string
  /** It does nothing from here: it belongs to a typed line, or to arranging a pane. */
  readonly plain?: boolean
}

/** The keys of the keymap, and the grammar of the timeline's line. */
export function KeysSheet({ lines, opened, onClose }: DialogPart & { readonly lines: readonly KeyLine[] }) {
  const groups = [...new Set(lines.map(line => line.group))]
  return (
    <Dialog general opened={opened} onClose={onClose} title={text.title} width={860}>
      <div className={styles.groups}>
        {groups.map(group => (
          <KeyGroup key={group} title={group} lines={lines.filter(line => line.group === group)} />
        ))}
        <KeyGroup title={text.line} lines={grammar} />
      </div>
      <p className={styles.note}>{text.note}</p>
    </Dialog>
  )
}

const grammar: readonly Omit<KeyLine, 'group'>[] = (
  [
    { key: '!decision', does: text.grammar.kind },
    { key: '!task', does: text.grammar.board },
    { key: '!decide', does: text.grammar.decide },
    { key: '!report', does: text.grammar.report },
    { key: '!lead', does: text.grammar.lead },
    { key: '14:23', does: text.grammar.time },
    { key: '-5m', does: text.grammar.ago },
    { key: '+pin', does: text.grammar.pin },
    { key: '↑', does: text.grammar.last },
  ] as const
).map(line => ({ ...line, plain: true }))

function KeyGroup({ title, lines }: { title: string; lines: readonly Omit<KeyLine, 'group'>[] }) {
  return (
    <section className={styles.group} aria-label={t(text.group, { group: title })}>
      <h3 className={styles.heading}>{title}</h3>
      <dl>
        {lines.map(line => (
          <div key={line.key} className={styles.line}>
            <dt className={styles.face}>
              <Key plain={line.plain ?? false}>{line.key}</Key>
            </dt>
            <dd>{line.does}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
