import type { FormEvent } from 'react'
import { t } from '../../../shared/texts/t'
import { texts } from '../../../shared/texts/texts'
import { useTypedFields } from '../../stores/use-typed-fields'
import { Button } from '../../ui/button'
import { TextField } from '../../ui/text-fields'
import { holdTooLong } from '../../ui/too-long'
import { LONGEST_NAME } from './layout-file'
import styles from './layouts-page.module.css'
import { withLayout } from './named-layouts'
import type { Told } from './told'
import { useLayouts } from './use-layouts'

const text = texts.layouts

/** Keeps the layout that stands under a name; the same name again replaces it. */
export function SaveLayout({ tell }: { readonly tell: (told: Told | null) => void }) {
  const layouts = useLayouts()
  const { values, set, forget } = useTypedFields('layout', { name: '' }, 'cockpit')
  const { name } = values
  const save = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (holdTooLong(event.currentTarget)) return
    const { saved, tree, from = 'ic' } = layouts.getState()
    const reply = withLayout(saved, { name, tree, from })
    if (!reply.ok) return tell({ text: reply.fault, bad: true })
    layouts.save(reply.value)
    layouts.setState({ name: name.trim() })
    tell({ text: t(text.savedAs, { name: name.trim() }) })
    forget()
  }
  return (
    <form className={styles.save} onSubmit={save}>
      <TextField
        limit={LONGEST_NAME}
        label={text.saveAs}
        placeholder={text.saveExample}
        value={name}
        onChange={event => set({ name: event.currentTarget.value })}
      />
      <Button type="submit">{text.save}</Button>
    </form>
  )
}
