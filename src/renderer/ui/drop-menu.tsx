import { type KeyboardEvent, type ReactNode, useEffect, useId, useLayoutEffect, useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import styles from './floating.module.css'

export interface MenuEntry {
  readonly id: string
  readonly label: string
  /** At the end of the line, such as its key. */
  readonly aside?: ReactNode
  readonly onChoose: () => void
}

interface DropMenuProps {
  readonly items: readonly MenuEntry[]
  /** Class of the button that opens it. */
  readonly className: string | undefined
  readonly title: string
  /** Not a Tab stop: the keyboard has keys of its own for all its items. */
  readonly outOfTab?: boolean
  readonly children: ReactNode
}

/** A button with a menu below it: the arrows, Home and End move in it, Esc and Tab go back to the button. */
export function DropMenu({ items, className, title, outOfTab = false, children }: DropMenuProps) {
  const id = useId()
  const button = useRef<HTMLButtonElement>(null)
  const [opened, setOpened] = useState(false)
  const close = () => setOpened(false)
  return (
    <>
      <button
        ref={button}
        type="button"
        className={className}
        title={title}
        tabIndex={outOfTab ? -1 : undefined}
        aria-haspopup="menu"
        aria-expanded={opened}
        aria-controls={opened ? id : undefined}
        onClick={() => setOpened(!opened)}
        onKeyDown={event => {
          if (event.key !== 'ArrowDown' || opened) return
          event.preventDefault()
          setOpened(true)
        }}
      >
        {children}
      </button>
      {opened &&
        createPortal(<Menu id={id} name={title} items={items} button={button} onClose={close} />, document.body)}
    </>
  )
}

interface MenuProps {
  readonly id: string
  readonly name: string
  readonly items: readonly MenuEntry[]
  readonly button: { readonly current: HTMLElement | null }
  readonly onClose: () => void
}

function Menu({ id, name, items, button, onClose }: MenuProps) {
  const menu = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const to = button.current?.getBoundingClientRect()
    if (!menu.current || !to) return
    const { offsetWidth: width, offsetHeight: height } = menu.current
    // Near the bottom of the window it opens upwards, so that its button stays visible.
    const fits = to.bottom + 2 + height <= innerHeight - 8
    menu.current.style.top = `${fits ? to.bottom + 2 : Math.max(8, to.top - 2 - height)}px`
    menu.current.style.left = `${Math.max(8, to.right - width)}px`
    menu.current.querySelector<HTMLElement>('[role="menuitem"]')?.focus()
  }, [button])
  useEffect(() => {
    const outside = ({ target }: Event) => {
      if (target instanceof Node && (menu.current?.contains(target) || button.current?.contains(target))) return
      onClose()
    }
    document.addEventListener('pointerdown', outside)
    return () => document.removeEventListener('pointerdown', outside)
  }, [button, onClose])
  const leave = () => {
    button.current?.focus()
    onClose()
  }
  const walk = (event: KeyboardEvent) => {
    if (event.key === 'Escape' || event.key === 'Tab') {
      event.preventDefault()
      event.stopPropagation()
      leave()
    }
    // A command's own key runs it from here too.
    if (event.key.length === 1 && event.key !== ' ') onClose()
    const next = stepTo(event.key, items.length, indexOfFocus(menu.current))
    if (next === null) return
    event.preventDefault()
    event.stopPropagation()
    menu.current?.querySelectorAll<HTMLElement>('[role="menuitem"]')[next]?.focus()
  }
  return (
    <div ref={menu} id={id} role="menu" aria-label={name} className={styles.menu} tabIndex={-1} onKeyDown={walk}>
      {items.map(item => (
        <button
          key={item.id}
          type="button"
          role="menuitem"
          tabIndex={-1}
          className={styles.item}
          onClick={() => {
            leave()
            item.onChoose()
          }}
        >
          {item.label}
          {item.aside}
        </button>
      ))}
    </div>
  )
}

function indexOfFocus(menu: HTMLElement | null): number {
  const items: readonly unknown[] = [...(menu?.querySelectorAll('[role="menuitem"]') ?? [])]
  return items.indexOf(document.activeElement)
}

/** The item that a key moves to among `count` items, round at the ends; null for any other key. */
function stepTo(key: string, count: number, at: number): number | null {
  if (key === 'ArrowDown') return (at + 1) % count
  if (key === 'ArrowUp') return (Math.max(at, 0) + count - 1) % count
  if (key === 'Home') return 0
  return key === 'End' ? count - 1 : null
}
