import type { ReactNode } from 'react'
import { type KeyboardEvent, useState } from 'react'
import { severities } from '../../../shared/domain/severity'
import { texts } from '../../../shared/texts/texts'
import { useCockpit } from '../../stores/cockpit'
import { Dialog } from '../../ui/dialog'
import { isField } from '../../ui/is-field'
import { Key } from '../../ui/key'
import type { DialogPart } from '../../ui/on-demand'
import textStyles from '../../ui/text.module.css'
import type { LayoutNotice } from './layout-transfer'
import styles from './layouts-dialog.module.css'
import { type ReadyMade, readyMade, readyMadeOrder } from './ready-made'
import { LayoutFiles, SaveLayout } from './save-layout'
import { SavedLayouts } from './saved-layouts'
import { Thumbnail } from './thumbnail'
import { useKeptFocus } from './use-kept-focus'
import { useLayouts, useLayoutsState } from './use-layouts'

/** Applies, saves, renames, imports and exports layouts. */
export function LayoutsDialog({ opened, onClose }: DialogPart) {
  return (
    <Dialog general opened={opened} onClose={onClose} title={texts.layouts.title} width={760}>
      <LayoutsPage onDone={onClose} />
    </Dialog>
  )
}

function LayoutsPage({ onDone }: { readonly onDone: () => void }) {
  const layouts = useLayouts()
  const { focus } = useCockpit()
  const current = useLayoutsState(state => state.name)
  const [notice, notify] = useState<LayoutNotice | null>(null)
  const page = useKeptFocus<HTMLDivElement>()
  const take = (role: ReadyMade) => {
    layouts.take(readyMade[role])
    onDone()
  }
  const wall = () => {
    onDone()
    focus.request('wall')
  }
  const byDigit = (event: KeyboardEvent) => {
    const role = readyMadeOrder[Number(event.key) - 1]
    if (isField(event.target) || event.ctrlKey || event.metaKey || event.altKey) return
    if (role === undefined && event.key !== String(readyMadeOrder.length + 1)) return
    event.preventDefault()
    if (role === undefined) wall()
    else take(role)
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: digits are a second way to the buttons in it
    <div ref={page} tabIndex={-1} className={styles.page} onKeyDown={byDigit}>
      <section aria-label={texts.layouts.readyMade}>
        <ul className={styles.roles}>
          {readyMadeOrder.map((role, at) => (
            <LayoutCard
              key={role}
              name={readyMade[role].name}
              what={readyMade[role].what}
              digit={at + 1}
              current={readyMade[role].name === current}
              first={at === 0}
              onTake={() => take(role)}
            >
              <Thumbnail tree={readyMade[role].tree} />
            </LayoutCard>
          ))}
          <LayoutCard
            name={texts.layouts.ready.wall.name}
            what={texts.layouts.ready.wall.what}
            digit={readyMadeOrder.length + 1}
            onTake={wall}
          >
            <span className={styles.wall}>{severities[0]}</span>
          </LayoutCard>
        </ul>
      </section>
      <SavedLayouts onDone={onDone} notify={notify} />
      <SaveLayout notify={notify} />
      <LayoutFiles onDone={onDone} notify={notify} />
      <p className={styles.notice} role="status" data-bad={notice?.bad === true}>
        {notice?.text}
        {notice?.undo !== undefined && (
          <button type="button" ref={undo => undo?.focus()} className={styles.undo} onClick={notice.undo}>
            {texts.layouts.undo}
          </button>
        )}
      </p>
    </div>
  )
}

interface LayoutCardProps {
  readonly name: string
  readonly what: string
  readonly digit: number
  readonly current?: boolean
  readonly first?: boolean
  readonly onTake: () => void
  /** A thumbnail of it. */
  readonly children: ReactNode
}

function LayoutCard({ name, what, digit, current = false, first = false, onTake, children }: LayoutCardProps) {
  return (
    <li>
      <button
        type="button"
        className={styles.role}
        aria-current={current || undefined}
        data-autofocus={first || undefined}
        onClick={onTake}
      >
        <span className={styles.picture}>{children}</span>
        <span className={styles.name}>
          {name} <Key quiet>{String(digit)}</Key>
        </span>
        <span className={textStyles.quiet}>{what}</span>
      </button>
    </li>
  )
}
