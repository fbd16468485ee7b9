import { useEffect, useState } from 'react'
import { BUNDLE_ENDING } from '../../../shared/contract/bundles'
import { isFileId } from '../../../shared/domain/ids'
import { texts } from '../../../shared/texts/texts'
import { useCockpit } from '../../stores/cockpit'
import styles from './bundle.module.css'

/** The page's address names a file that waits where the engine is: `quarterdeck open FILE` and the desktop say so. */
const WAITING = '#open='

/** [BN2] A file that is dropped anywhere on the window, or named by its address, is looked at. */
export function DroppedFiles() {
  const { focus, faults } = useCockpit()
  const [over, setOver] = useState(false)
  useEffect(() => {
    const stopping = new AbortController()
    const { signal } = stopping
    const hover = (event: DragEvent) => {
      if (!event.dataTransfer?.types.includes('Files')) return
      // Otherwise the browser would leave the cockpit for the file.
      event.preventDefault()
      setOver(true)
    }
    const leave = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(false)
    }
    const drop = (event: DragEvent) => {
      const [file] = event.dataTransfer?.files ?? []
      setOver(false)
      if (file === undefined) return
      const isTaken = event.defaultPrevented
      event.preventDefault()
      if (file.name.toLowerCase().endsWith(BUNDLE_ENDING)) {
        event.stopPropagation()
        focus.offer({ command: 'open-file', file })
      } else if (!isTaken && !(event.target instanceof Element && event.target.closest('textarea, input')))
        faults.setState({ incident: { kind: 'refused', message: texts.bundle.open.notOurs } })
    }
    const waiting = () => {
      const { hash } = window.location
      const file = hash.slice(WAITING.length)
      if (!hash.startsWith(WAITING) || !isFileId(file)) return
      // A reload must not open it again.
      window.history.replaceState(null, '', window.location.pathname)
      focus.offer({ command: 'open-file', file })
    }
    window.addEventListener('dragover', hover, { signal })
    window.addEventListener('dragleave', leave, { signal })
    window.addEventListener('drop', drop, { signal, capture: true })
    window.addEventListener('hashchange', waiting, { signal })
    waiting()
    return () => stopping.abort()
  }, [focus, faults])
  return over ? <div className={styles.over}>{texts.bundle.open.dropHere}</div> : null
}
