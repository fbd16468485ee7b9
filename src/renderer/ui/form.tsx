import { type FormEvent, type KeyboardEvent, type ReactNode, useCallback, useRef, useState } from 'react'
import { Button } from './button'
import styles from './form.module.css'
import { Key } from './key'
import { type Sending, SendOnce } from './send-once'

export interface FormProps {
  /** A second Enter while this is under way is not heard. */
  readonly onSubmit: () => Promise<void> | void
  readonly submit: string
  /** Looks at a key before the form does; preventing its default keeps the form from acting on it. */
  readonly onKeyDown?: (event: KeyboardEvent<HTMLFormElement>) => void
  /** Left of the buttons, in few words. */
  readonly hint?: ReactNode
  /** More buttons before the one that submits. */
  readonly more?: ReactNode
  readonly children: ReactNode
}

/** Fields and the button that sends them. Enter sends from a one-line field and a list, Ctrl+Enter from anywhere. */
export function Form({ onSubmit, submit, onKeyDown, hint, more, children }: FormProps) {
  const underWay = useRef(false)
  const [busy, setBusy] = useState(false)
  const sendOnce = useCallback((act: Sending) => {
    if (underWay.current) return
    underWay.current = true
    setBusy(true)
    void Promise.resolve(act()).finally(() => {
      underWay.current = false
      setBusy(false)
    })
  }, [])
  const send = (event: FormEvent) => {
    event.preventDefault()
    sendOnce(onSubmit)
  }
  const sendByKeys = (event: KeyboardEvent<HTMLFormElement>) => {
    onKeyDown?.(event)
    if (event.defaultPrevented) return
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey || isOnlyRead(event.target))) send(event)
  }
  return (
    <form className={styles.form} onSubmit={send} onKeyDown={sendByKeys}>
      <SendOnce value={sendOnce}>{children}</SendOnce>
      <div className={styles.actions}>
        <span className={styles.hint}>{hint}</span>
        {more}
        <Button type="submit" tone="primary" aria-disabled={busy || undefined}>
          {submit} <Key quiet>↵</Key>
        </Button>
      </div>
    </form>
  )
}

/** What is scrolled with the keyboard has no use for Enter, which the button names. */
function isOnlyRead(target: EventTarget): boolean {
  return target instanceof HTMLElement && target.matches('ul, ol')
}
