import { FileButton } from '@mantine/core'
import { t } from '../../../shared/texts/t'
import { texts } from '../../../shared/texts/texts'
import { Button } from '../../ui/button'
import { exportStanding } from './export-layout'
import { importLayout } from './import-layout'
import { cameFrom } from './layouts'
import styles from './layouts-page.module.css'
import type { Told } from './told'
import { useLayouts, useLayoutsState } from './use-layouts'

const text = texts.layouts

interface LayoutFilesProps {
  readonly onDone: () => void
  readonly tell: (told: Told | null) => void
}

export function LayoutFiles({ onDone, tell }: LayoutFilesProps) {
  const layouts = useLayouts()
  const from = useLayoutsState(cameFrom)
  const take = async (file: File | null) => {
    if (file !== null) tell(await importLayout(layouts, file))
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
      <Button onClick={() => exportStanding(layouts)}>{text.exportNow}</Button>
      <span className={styles.spring} />
      <Button onClick={reset}>{t(text.reset, { name: from.name })}</Button>
    </div>
  )
}
