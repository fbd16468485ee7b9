import { type KeyboardEvent, useState } from 'react'
import { t } from '../../../shared/texts/t'
import { texts } from '../../../shared/texts/texts'
import { useTypedFields } from '../../stores/use-typed-fields'
import { Button } from '../../ui/button'
import { TextField } from '../../ui/text-fields'
import { hasTooLong } from '../../ui/too-long'
import type { NamedLayout } from './layout-file'
import { LAYOUT_NAME_LIMIT } from './layout-file'
import type { LayoutNotice } from './layout-transfer'
import { exportLayout } from './layout-transfer'
import styles from './layouts-dialog.module.css'
import { renameLayout, withLayout, withoutLayout } from './named-layouts'
import { Thumbnail } from './thumbnail'
import { useKeptFocus } from './use-kept-focus'
import { useLayouts, useLayoutsState } from './use-layouts'

interface SavedProps {
  readonly onDone: () => void
  readonly notify: (notice: LayoutNotice | null) => void
}

/** The layouts that were saved under names in this browser. */
export function SavedLayouts({ onDone, notify }: SavedProps) {
  const layouts = useLayouts()
  const saved = useLayoutsState(state => state.saved)
  const current = useLayoutsState(state => state.name)
  const [renaming, setRenaming] = useState<string | null>(null)
  const list = useKeptFocus<HTMLElement>()
  if (saved.length === 0) return null
  const remove = (layout: NamedLayout) => {
    const now = layouts.getState().saved
    layouts.save(withoutLayout(now, layout.name))
    notify({ text: t(texts.layouts.deleted, { name: layout.name }), undo: () => putBack(layout) })
  }
  const putBack = (layout: NamedLayout) => {
    const back = withLayout(layouts.getState().saved, layout)
    if (back.ok) layouts.save(back.value)
    notify(null)
  }
  const rename = (from: string, to: string): boolean => {
    const reply = renameLayout(layouts.getState().saved, from, to)
    if (!reply.ok) {
      notify({ text: reply.fault, bad: true })
      return false
    }
    layouts.save(reply.value)
    if (current === from) layouts.setState({ name: to.trim() })
    notify(null)
    setRenaming(null)
    return true
  }
  return (
    <section ref={list} tabIndex={-1} className={styles.list} aria-label={texts.layouts.saved}>
      <h3 className={styles.heading}>{texts.layouts.saved}</h3>
      <ul>
        {saved.map(layout => (
          <li key={layout.name} className={styles.saved}>
            <span className={styles.small}>
              <Thumbnail tree={layout.tree} />
            </span>
            {renaming === layout.name ? (
              <NewName name={layout.name} onName={to => rename(layout.name, to)} onLeave={() => setRenaming(null)} />
            ) : (
              <button
                type="button"
                className={styles.take}
                aria-current={current === layout.name || undefined}
                onClick={() => {
                  layouts.take(layout)
                  onDone()
                }}
              >
                {layout.name}
              </button>
            )}
            <Button
              tone="bare"
              aria-label={t(texts.layouts.renameOne, { name: layout.name })}
              onClick={() => setRenaming(layout.name)}
            >
              {texts.layouts.rename}
            </Button>
            <Button
              tone="bare"
              aria-label={t(texts.layouts.exportOne, { name: layout.name })}
              onClick={() => exportLayout(layout)}
            >
              {texts.layouts.export}
            </Button>
            <Button
              tone="bare"
              aria-label={t(texts.layouts.deleteOne, { name: layout.name })}
              onClick={() => remove(layout)}
            >
              {texts.layouts.delete}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}

interface NewNameProps {
  readonly name: string
  /** @returns whether the new name was accepted */
  readonly onName: (name: string) => boolean
  readonly onLeave: () => void
}

function NewName({ name, onName, onLeave }: NewNameProps) {
  const { values, set, forget } = useTypedFields(`layout:${name}`, { text: name }, 'cockpit')
  const { text } = values
  const press = (event: KeyboardEvent<HTMLElement>) => {
    if (event.key !== 'Enter' && event.key !== 'Escape') return
    // Esc leaves the field, not the dialog around it.
    event.preventDefault()
    if (event.key === 'Escape') onLeave()
    else if (!hasTooLong(event.currentTarget) && onName(text)) forget()
  }
  return (
    <TextField
      limit={LAYOUT_NAME_LIMIT}
      className={styles.newName}
      aria-label={t(texts.layouts.newName, { name })}
      ref={field => field?.focus()}
      value={text}
      onChange={event => set({ text: event.currentTarget.value })}
      onKeyDown={press}
    />
  )
}
