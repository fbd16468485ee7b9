import { type FormEvent, type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import { texts } from '../../shared/texts/texts'
import { Button } from './button'
import { chooseByDigit } from './choice-digits'
import styles from './form.module.css'
import { isField } from './is-field'
import { Key } from './key'
import { goToRefused, holdMissing, RefusedContext } from './missing'
import { holdTooLong } from './too-long'
import { holdUndecided, UndecidedContext } from './undecided'

export interface FormProps {
  /** A second Enter during a submission is ignored. */
  readonly onSubmit: () => Promise<void> | void
  readonly submit: string
  /** Gets a key before the form does; preventing its default stops the form from acting on it. */
  readonly onKeyDown?: (event: KeyboardEvent<HTMLFormElement>) => void
  /** Left of the buttons, in few words. */
  readonly hint?: ReactNode
  /** Set if Enter starts a new line in the only field. */
  readonly sendKey?: '↵' | 'Ctrl ↵'
  /** More buttons before the submit button. */
  readonly more?: ReactNode
  /** The outcome of those buttons: it stays visible with them, however long the fields are. */
  readonly outcome?: ReactNode
  readonly children: ReactNode
}

/**
 * [DG3] Fields and the button that sends them. Enter sends from a one-line field, a choice and a list, Ctrl+Enter from
 * anywhere.
 */
export function Form({ onSubmit, submit, sendKey = '↵', onKeyDown, hint, more, outcome, children }: FormProps) {
  const underWay = useRef(false)
  const [busy, setBusy] = useState(false)
  const [undecided, setUndecided] = useState(false)
  const [refused, setRefused] = useState(false)
  const [answers, setAnswers] = useState(0)
  const form = useRef<HTMLFormElement>(null)
  const isStrayText = useStrayText()
  // Once the fields have rendered what the answer says about them.
  useEffect(() => {
    if (answers > 0 && form.current !== null) goToRefused(form.current)
  }, [answers])
  const isHeld = (part: HTMLFormElement) => {
    if (holdTooLong(part)) return true
    const missing = holdMissing(part)
    if (missing) setRefused(true)
    return missing || holdUndecided(part)
  }
  const send = (event: FormEvent<HTMLFormElement> | KeyboardEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (underWay.current || isHeld(event.currentTarget)) return
    underWay.current = true
    setBusy(true)
    void Promise.resolve(onSubmit()).finally(() => {
      underWay.current = false
      setBusy(false)
      setAnswers(count => count + 1)
    })
  }
  const sendByKeys = (event: KeyboardEvent<HTMLFormElement>) => {
    onKeyDown?.(event)
    if (event.defaultPrevented) return
    const chord = event.ctrlKey || event.metaKey
    if (isStrayText(event)) return event.preventDefault()
    if (!chord && !event.altKey && !isField(event.target) && chooseByDigit(event.currentTarget, event.key))
      event.preventDefault()
    else if (event.key === 'Enter' && (chord || isOnlyRead(event.target))) send(event)
  }
  return (
    <form ref={form} className={styles.form} onSubmit={send} onKeyDown={sendByKeys}>
      <UndecidedContext value={setUndecided}>
        <RefusedContext value={refused}>{children}</RefusedContext>
        <div className={styles.foot}>
          {outcome}
          <div className={styles.actions}>
            <span className={styles.hint}>{undecided ? texts.colleagues.decideFirst : hint}</span>
            {more}
            <Button type="submit" tone="primary" aria-disabled={busy || undecided || undefined}>
              {submit} <Key quiet>{sendKey}</Key>
            </Button>
          </div>
        </div>
      </UndecidedContext>
    </form>
  )
}

/**
 * [DG6] Whether a blank or an Enter belongs to text that was typed on a button, in the belief that a field has the focus:
 * it presses nothing. Tab and the arrows end such a text.
 */
function useStrayText(): (event: KeyboardEvent) => boolean {
  const typedOn = useRef<EventTarget>(undefined)
  return ({ target, key, ctrlKey, metaKey, altKey }) => {
    const isButton = target instanceof HTMLButtonElement
    const isText = key.length === 1 && !(ctrlKey || metaKey || altKey)
    // Enter on the button that sends the form is what its own hint says.
    const presses = key === ' ' || (key === 'Enter' && isButton && target.type !== 'submit')
    if (isButton && typedOn.current === target && presses) return true
    typedOn.current = isButton && isText && key !== ' ' ? target : undefined
    return false
  }
}

/** An element that is only scrolled with the keyboard has no use for Enter, which the button names. */
function isOnlyRead(target: EventTarget): boolean {
  return target instanceof HTMLElement && target.matches('ul, ol')
}
