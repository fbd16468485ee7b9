import { FileButton } from '@mantine/core'
import { say } from '../../../shared/words/say'
import { words } from '../../../shared/words/words'
import { Button } from '../../ui/button'
import { exportLayout } from './export-layout'
import { readLayoutFile } from './layout-file'
import { commanders } from './layouts'
import styles from './layouts-page.module.css'
import { withLayout } from './named-layouts'
import type { Told } from './told'
import { useLayouts } from './use-layouts'

const [text, faults] = [words.layouts, words.layoutFaults]

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
    if (file.size > LARGEST) return tell({ text: say(faults.tooLarge, { file: file.name }), bad: true })
    const read = readLayoutFile(await file.text())
    if (!read.ok) return tell({ text: say(faults.file, { file: file.name, fault: read.fault }), bad: true })
    layouts.take(read.value)
    const kept = withLayout(layouts.getState().saved, read.value)
    if (kept.ok) layouts.save(kept.value)
    tell({ text: say(kept.ok ? text.takenAndSaved : text.taken, { name: read.value.name }) })
  }
  const exportNow = () => {
    const { name, tree } = layouts.getState()
    exportLayout({ name: name ?? text.unnamed, tree })
  }
  const reset = () => {
    layouts.take(commanders)
    onDone()
  }
  return (
    <div className={styles.files}>
      <FileButton onChange={take} accept="application/json,.json">
        {props => <Button {...props}>{text.import}</Button>}
      </FileButton>
      <Button onClick={exportNow}>{text.exportNow}</Button>
      <span className={styles.spring} />
      <Button onClick={reset}>{text.reset}</Button>
    </div>
  )
}
