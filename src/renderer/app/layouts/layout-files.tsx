import { FileButton } from '@mantine/core'
import { Button } from '../../ui/button'
import { exportLayout } from './export-layout'
import { readLayoutFile } from './layout-file'
import { commanders } from './layouts'
import styles from './layouts-page.module.css'
import { withLayout } from './named-layouts'
import type { Told } from './told'
import { useLayouts } from './use-layouts'

/** No layout that “Export” wrote is a hundredth of it; a larger file is not even read. */
const LARGEST = 200_000

interface LayoutFilesProps {
  readonly onDone: () => void
  readonly tell: (told: Told | null) => void
}

export function LayoutFiles({ onDone, tell }: LayoutFilesProps) {
  const layouts = useLayouts()
  const take = async (file: File | null) => {
    if (file === null) return
    if (file.size > LARGEST) return tell({ text: `${file.name} is larger than any layout.`, bad: true })
    const read = readLayoutFile(await file.text())
    if (!read.ok) return tell({ text: `${file.name}: ${read.fault}`, bad: true })
    layouts.take(read.value)
    const kept = withLayout(layouts.getState().saved, read.value)
    if (kept.ok) layouts.save(kept.value)
    tell({ text: `“${read.value.name}” stands now${kept.ok ? ', and is saved on this screen' : ''}.` })
  }
  const exportNow = () => {
    const { name, tree } = layouts.getState()
    exportLayout({ name: name ?? 'Layout', tree })
  }
  const reset = () => {
    layouts.take(commanders)
    onDone()
  }
  return (
    <div className={styles.files}>
      <FileButton onChange={take} accept="application/json,.json">
        {props => <Button {...props}>Import a file…</Button>}
      </FileButton>
      <Button onClick={exportNow}>Export what stands now</Button>
      <span className={styles.spring} />
      <Button onClick={reset}>Reset to the commander’s</Button>
    </div>
  )
}
