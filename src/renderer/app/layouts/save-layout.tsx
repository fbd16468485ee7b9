import { FileButton } from '@mantine/core'
import type { FormEvent } from 'react'
import { t } from '../../../shared/texts/t'
import { texts } from '../../../shared/texts/texts'
import { useTypedFields } from '../../stores/use-typed-fields'
import { Button } from '../../ui/button'
import { TextField } from '../../ui/text-fields'
import { holdTooLong } from '../../ui/too-long'
import { LAYOUT_NAME_LIMIT } from './layout-file'
import type { LayoutNotice } from './layout-transfer'
import { exportCurrent, importLayout } from './layout-transfer'
import { cameFrom } from './layouts'
import styles from './layouts-dialog.module.css'
import { withLayout } from './named-layouts'
import { useLayouts, useLayoutsState } from './use-layouts'

const text = texts.layouts

/** Saves the current layout under a name; the same name again replaces it. */
export function SaveLayout({ notify }: { readonly notify: (notice: LayoutNotice | null) => void }) {
  const layouts = useLayouts()
  const { values, set, forget } = useTypedFields('layout', { name: '' }, 'cockpit')
  const { name } = values
  const save = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (holdTooLong(event.currentTarget)) return
    const { saved, tree, from = 'ic' } = layouts.getState()
    const reply = withLayout(saved, { name, tree, from })
    if (!reply.ok) return notify({ text: reply.fault, bad: true })
    layouts.save(reply.value)
    layouts.setState({ name: name.trim() })
    notify({ text: t(text.savedAs, { name: name.trim() }) })
    forget()
  }
  return (
    <form className={styles.save} onSubmit={save}>
      <TextField
        limit={LAYOUT_NAME_LIMIT}
        label={text.saveAs}
        placeholder={text.saveExample}
        value={name}
        onChange={event => set({ name: event.currentTarget.value })}
      />
      <Button type="submit">{text.save}</Button>
    </form>
  )
}

interface LayoutFilesProps {
  readonly onDone: () => void
  readonly notify: (notice: LayoutNotice | null) => void
}

export function LayoutFiles({ onDone, notify }: LayoutFilesProps) {
  const layouts = useLayouts()
  const from = useLayoutsState(cameFrom)
  const take = async (file: File | null) => {
    if (file !== null) notify(await importLayout(layouts, file))
  }
  const reset = () => {
    layouts.take(from)
    onDone()
  }
  return (
    <div className={styles.files}>
      <FileButton onChange={take} accept="application/json,.json">
        {props => <Button {...props}>{text.import}</Button>}
      </FileButton>
      <Button onClick={() => exportCurrent(layouts)}>{text.exportNow}</Button>
      <span className={styles.spring} />
      <Button onClick={reset}>{t(text.reset, { name: from.name })}</Button>
    </div>
  )
}
