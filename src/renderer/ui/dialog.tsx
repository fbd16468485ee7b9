import { Modal } from '@mantine/core'
import { type KeyboardEvent, type ReactNode, useLayoutEffect } from 'react'
import { words } from '../../shared/words/words'
import styles from './dialog.module.css'
import { FocusFirst } from './focus-first'
import { takeRoom } from './sheet-room'

export interface DialogProps {
  readonly opened: boolean
  readonly onClose: () => void
  readonly title: string
  /** `side`: a sheet at the right edge, below the bar; what it would cut through makes room. */
  readonly placement?: 'centre' | 'side'
  readonly width?: number
  readonly children: ReactNode
}

/** Holds the focus while it is open and gives it back when it closes; Esc closes it. Put `data-autofocus` on the first field. */
export function Dialog({ opened, onClose, title, placement = 'centre', width = 520, children }: DialogProps) {
  const side = placement === 'side'
  useLayoutEffect(() => (opened && side ? takeRoom(width) : undefined), [opened, side, width])
  // Not the library's way, which leaves the key press free to step back once more in the cockpit behind.
  const closeByEsc = (event: KeyboardEvent) => {
    const opensList = event.target instanceof Element && event.target.hasAttribute('data-mantine-stop-propagation')
    if (event.key !== 'Escape' || event.defaultPrevented || opensList) return
    event.preventDefault()
    onClose()
  }
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={title}
      size={width}
      centered={!side}
      returnFocus={false}
      closeOnEscape={false}
      onKeyDown={closeByEsc}
      transitionProps={{ duration: 0 }}
      overlayProps={{ backgroundOpacity: side ? 0 : 0.6 }}
      closeButtonProps={{ 'aria-label': words.ui.close, size: 'sm' }}
      classNames={{
        inner: (side ? styles.sideInner : styles.inner) ?? '',
        content: (side ? styles.side : styles.centre) ?? '',
        header: styles.header ?? '',
        title: styles.title ?? '',
        body: styles.body ?? '',
        close: styles.close ?? '',
      }}
    >
      {children}
      <FocusFirst />
    </Modal>
  )
}
