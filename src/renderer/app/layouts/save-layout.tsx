import { TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { Button } from '../../ui/button'
import { LONGEST_NAME } from './layout-file'
import styles from './layouts-page.module.css'
import { withLayout } from './named-layouts'
import type { Told } from './told'
import { useLayouts } from './use-layouts'

/** Keeps the layout that stands under a name; the same name again replaces it. */
export function SaveLayout({ tell }: { readonly tell: (told: Told | null) => void }) {
  const layouts = useLayouts()
  const [name, setName] = useState('')
  const save = (event: FormEvent) => {
    event.preventDefault()
    const { saved, tree } = layouts.getState()
    const reply = withLayout(saved, { name, tree })
    if (!reply.ok) return tell({ text: reply.fault, bad: true })
    layouts.save(reply.value)
    layouts.setState({ name: name.trim() })
    tell({ text: `Saved as “${name.trim()}”.` })
    setName('')
  }
  return (
    <form className={styles.save} onSubmit={save}>
      <TextInput
        label="Save the layout that stands now as"
        placeholder="Night shift"
        maxLength={LONGEST_NAME}
        value={name}
        onChange={event => setName(event.currentTarget.value)}
      />
      <Button type="submit">Save</Button>
    </form>
  )
}
