import { FileButton } from '@mantine/core'
import { useState } from 'react'
import { MOST_DASHBOARD_TEXT } from '../../../shared/contract/dashboards'
import type { ConnectionId } from '../../../shared/domain/ids'
import { t } from '../../../shared/texts/t'
import { texts } from '../../../shared/texts/texts'
import { Button } from '../../ui/button'
import type { DashboardSource } from './opened-dashboard'
import styles from './panels.module.css'

interface FilePickerProps {
  readonly connection: ConnectionId
  readonly onChoose: (source: DashboardSource) => void
}

/** Includes all its indentation; a larger file is not even read. */
const LARGEST = 10 * MOST_DASHBOARD_TEXT

/** A dashboard's JSON from this computer; its panels are read through the connection. */
export function FilePicker({ connection, onChoose }: FilePickerProps) {
  const [problem, setProblem] = useState('')
  const take = async (file: File | null) => {
    if (file === null) return
    const tooLarge = file.size > LARGEST
    const text = tooLarge ? '' : withoutSpaces(await file.text())
    if (tooLarge || text === null || text.length > MOST_DASHBOARD_TEXT) {
      setProblem(t(text === null ? texts.panels.noJson : texts.panels.tooLarge, { file: file.name }))
      return
    }
    setProblem('')
    onChoose({ key: `${connection}/${file.name}/${file.lastModified}`, from: { kind: 'file', connection, text } })
  }
  return (
    <>
      <FileButton onChange={take} accept="application/json,.json">
        {props => <Button {...props}>{texts.panels.openFile}</Button>}
      </FileButton>
      {problem !== '' && (
        <p className={styles.reason} role="status">
          {problem}
        </p>
      )}
    </>
  )
}

/** Half of an exported file is indentation, and a call has a limit. Null: not JSON. */
function withoutSpaces(text: string): string | null {
  try {
    return JSON.stringify(JSON.parse(text))
  } catch {
    return null // shown beside the button
  }
}
