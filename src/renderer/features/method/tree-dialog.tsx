import { useEffect, useRef, useState } from 'react'
import type { Incident } from '../../../shared/domain/incident'
import type { Method } from '../../../shared/domain/method/method-files'
import { texts } from '../../../shared/texts/texts'
import { useCockpit, useRecord } from '../../stores/cockpit'
import { useRead } from '../../stores/use-read'
import { useTypedFields } from '../../stores/use-typed-fields'
import { WhileNoIncident } from '../../stores/while-none'
import { Dialog } from '../../ui/dialog'
import { EmptyState } from '../../ui/empty-state'
import { FaultNote } from '../../ui/fault-note'
import { Key } from '../../ui/key'
import type { DialogPart } from '../../ui/on-demand'
import styles from './method.module.css'
import { TreeWalkView } from './tree-walk-view'
import { useHeldKeys } from './use-held-keys'

const text = texts.trees

/** [TR4] Opens beside the panes, which show what answers a question. */
export function TreeDialog({ opened, onClose }: DialogPart) {
  const incident = useRecord(record => record.incident)
  return (
    <Dialog opened={opened} onClose={onClose} title={text.title} placement="side" width={440}>
      {incident === undefined ? (
        <WhileNoIncident>{words => <EmptyState {...words} />}</WhileNoIncident>
      ) : (
        <Trees incident={incident} onDone={onClose} />
      )}
    </Dialog>
  )
}

interface TreesProps {
  readonly incident: Incident
  readonly onDone: () => void
}

const nothing: { readonly tree: string; readonly steps: string } = { tree: '', steps: '' }

/** [TR4] The chosen tree, and the progress in it, survive the dialog and the page. */
function Trees({ incident, onDone }: TreesProps) {
  const { focus } = useCockpit()
  const { value, fault, again } = useRead('method:read', {})
  const form = useTypedFields('tree', nothing)
  // [CP13] The command that opened the dialog may name a tree; a half-walked tree is resumed.
  const [asked] = useState(() => focus.getState().about)
  const { set } = form
  const isFree = form.values.tree === ''
  const opens = isFree && value?.method.trees.trees.some(({ id }) => id === asked) === true
  const hasOpened = useRef(false)
  useEffect(() => {
    if (!opens || hasOpened.current) return
    hasOpened.current = true
    set({ tree: asked, steps: '' })
  }, [opens, asked, set])
  if (value === undefined)
    return fault === undefined ? <p data-opening>{text.reading}</p> : <FaultNote fault={fault} onAgain={again} />
  const { trees } = value.method.trees
  const tree = trees.find(({ id }) => id === form.values.tree)
  const choose = (id: string) => form.set({ tree: id, steps: '' })
  if (tree === undefined) return <TreeList trees={trees} onChoose={choose} />
  return (
    <TreeWalkView
      key={tree.id}
      {...{ incident, tree, trees, onDone }}
      version={value.version}
      steps={form.values.steps}
      onSteps={steps => form.set({ steps })}
      onLeave={form.forget}
      onChoose={choose}
    />
  )
}

interface TreeListProps {
  readonly trees: Method['trees']['trees']
  readonly onChoose: (id: string) => void
}

function TreeList({ trees, onChoose }: TreeListProps) {
  const { here, press } = useHeldKeys(trees.length, key => {
    const tree = /^[1-9]$/.test(key) ? trees[Number(key) - 1] : undefined
    if (tree === undefined) return false
    onChoose(tree.id)
    return true
  })
  return (
    <section ref={here} tabIndex={-1} aria-label={text.list} className={styles.tool} onKeyDown={press} data-autofocus>
      <p className={styles.aside}>{text.choose}</p>
      <ul className={styles.plain}>
        {trees.map(({ id, title }, at) => (
          <li key={id}>
            <button type="button" className={styles.row} onClick={() => onChoose(id)}>
              <span dir="auto">{title}</span>
              {at < 9 && <Key quiet>{String(at + 1)}</Key>}
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
