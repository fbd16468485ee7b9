import { Dialog } from '../../ui/dialog'
import { Key } from '../../ui/key'
import type { DialogPart } from '../../ui/on-demand'
import styles from './keys-sheet.module.css'

export interface KeyLine {
  readonly key: string
  readonly does: string
  readonly group: string
}

/** The keys, as the keymap has them, and how the line of the timeline is read. */
export function KeysSheet({ lines, opened, onClose }: DialogPart & { readonly lines: readonly KeyLine[] }) {
  const groups = [...new Set(lines.map(line => line.group))]
  return (
    <Dialog opened={opened} onClose={onClose} title="Keys" width={860}>
      <div className={styles.groups}>
        {groups.map(group => (
          <KeyGroup key={group} title={group} lines={lines.filter(line => line.group === group)} />
        ))}
        <KeyGroup title="In the timeline’s line" lines={grammar} />
      </div>
      <p className={styles.note}>
        Letters act only outside of fields. Esc goes one step back, from a field to its pane.
      </p>
    </Dialog>
  )
}

const grammar: readonly Omit<KeyLine, 'group'>[] = [
  { key: '!decision', does: 'a decision; also !action, !finding, !todo' },
  { key: '14:23', does: 'it happened at 14:23 UTC' },
  { key: '-5m', does: 'it happened five minutes ago' },
  { key: '+pin', does: 'at the end: keep it in sight' },
  { key: '↑', does: 'on an empty line: correct your last one' },
]

function KeyGroup({ title, lines }: { title: string; lines: readonly Omit<KeyLine, 'group'>[] }) {
  return (
    <section className={styles.group} aria-label={`Keys: ${title}`}>
      <h3 className={styles.heading}>{title}</h3>
      <dl>
        {lines.map(line => (
          <div key={line.key} className={styles.line}>
            <dt className={styles.face}>
              <Key>{line.key}</Key>
            </dt>
            <dd>{line.does}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
