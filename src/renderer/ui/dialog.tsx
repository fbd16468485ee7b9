import { Modal } from '@mantine/core'
import { type KeyboardEvent, type ReactNode, useContext, useLayoutEffect, useRef, useState } from 'react'
import { t } from '../../shared/texts/t'
import { texts } from '../../shared/texts/texts'
import styles from './dialog.module.css'
import { DialogSubjectContext } from './dialog-subject'
import { holdKeyboard } from './hold-keyboard'
import { isField } from './is-field'
import { tellLeftTyping } from './left-typing'
import { takeRoom } from './sheet-room'
import { WithMantine } from './with-mantine'

export interface DialogProps {
  readonly opened: boolean
  readonly onClose: () => void
  readonly title: string
  /** `side`: a sheet at the right edge, below the bar; the panes that it would cut through make room. */
  readonly placement?: 'centre' | 'side'
  readonly width?: number
  /** It concerns no incident, so its head names none. */
  readonly general?: boolean
  readonly children: ReactNode
}

/**
 * [DG1–DG4] Has the focus while it is open and gives it back when it closes; Esc closes it. Put `data-autofocus` on the
 * first field.
 */
export function Dialog({
  opened,
  onClose,
  title,
  placement = 'centre',
  width = 520,
  general = false,
  children,
}: DialogProps) {
  const side = placement === 'side'
  useLayoutEffect(() => (opened && side ? takeRoom(width) : undefined), [opened, side, width])
  const [typed, setTyped] = useState(false)
  useLayoutEffect(() => {
    if (!opened) setTyped(false)
  }, [opened])
  const leave = () => {
    // Sent text is gone from its field: the next key is a command again.
    if (typed && textStands()) tellLeftTyping()
    onClose()
  }
  // Not the library's handler, which leaves the key press to step back once more in the cockpit behind.
  const closeByEsc = (event: KeyboardEvent) => {
    const opensList = event.target instanceof Element && event.target.hasAttribute('data-mantine-stop-propagation')
    if (event.key !== 'Escape' || event.defaultPrevented || opensList) return
    event.preventDefault()
    leave()
  }
  // Panes render their closed dialogs each second, with their clocks: the library's empty frame was most of the cost.
  if (!opened) return null
  return (
    <WithMantine>
      <Modal
        opened
        onClose={onClose}
        title={
          <>
            {title}
            {!general && <Subject />}
          </>
        }
        size={width}
        centered={!side}
        returnFocus={false}
        trapFocus={false}
        closeOnEscape={false}
        // A user who looks something up beside half-typed text has not finished with it.
        closeOnClickOutside={!typed}
        onInput={({ target }) => isField(target) && setTyped(true)}
        onKeyDown={closeByEsc}
        transitionProps={{ duration: 0 }}
        // The library names it by its title a moment later than it has the focus.
        attributes={{ content: { 'aria-label': title } }}
        overlayProps={{ backgroundOpacity: side ? 0 : 0.6 }}
        closeButtonProps={{ 'aria-label': texts.ui.close, size: 'md' }}
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
        <HeldKeyboard onEscape={leave} />
      </Modal>
    </WithMantine>
  )
}

/** [SN3] Not part of the dialog's name, which people and tests know it by. */
function Subject() {
  const subject = useContext(DialogSubjectContext)
  if (subject === null) return null
  return (
    <span className={styles.subject} aria-hidden="true" dir="auto" title={subject.title}>
      {t(texts.ui.subject, { ...subject })}
    </span>
  )
}

/** Text in a field that only searches is not continued after closing: the next key is a command. */
function textStands(): boolean {
  const fields = document.querySelectorAll<HTMLInputElement>(
    '[role="dialog"] :is(input, textarea):not([data-asks="true"])',
  )
  return [...fields].some(field => isField(field) && field.value !== '')
}

/**
 * Not the library's focus trap, which gets a key only from inside: once the focused element was removed, nothing led
 * back in.
 */
function HeldKeyboard({ onEscape }: { readonly onEscape: () => void }) {
  const here = useRef<HTMLSpanElement>(null)
  const leave = useRef(onEscape)
  useLayoutEffect(() => {
    leave.current = onEscape
  })
  useLayoutEffect(() => {
    const dialog = here.current?.closest<HTMLElement>('[role="dialog"]')
    return dialog ? holdKeyboard(dialog, () => leave.current()) : undefined
  }, [])
  return <span ref={here} hidden />
}
