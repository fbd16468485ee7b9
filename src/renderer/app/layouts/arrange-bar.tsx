import { type KeyboardEvent, useLayoutEffect, useRef } from 'react'
import { type PaneKey, paneKeys } from '../../../shared/contract/pane-address'
import { t } from '../../../shared/texts/t'
import { texts } from '../../../shared/texts/texts'
import { Key } from '../../ui/key'
import { panes } from '../../ui/panes'
import { arrangingKeys } from './arranging'
import type { Places } from './geometry'
import { showPane } from './pane-commands'
import styles from './pane-grid.module.css'
import { useLayouts, useLayoutsState } from './use-layouts'

const text = texts.arranging

/** While it is shown the arrow keys move the held pane, not what is in it. */
export function ArrangeBar({ places }: { readonly places: Places }) {
  const pane = useLayoutsState(state => (state.arranging ? state.held : null))
  const placed = places.stacks.find(({ stack }) => stack.front === pane)
  if (pane === null || placed === undefined) return null
  const { left, top, width, height } = placed.box
  return (
    <div className={styles.frame} style={{ left, top, width, height }}>
      <Bar key={pane} pane={pane} />
    </div>
  )
}

function Bar({ pane }: { readonly pane: PaneKey }) {
  const layouts = useLayouts()
  const bar = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => bar.current?.focus(), [])
  const end = () => {
    layouts.setState({ arranging: false })
    showPane(layouts, pane)
  }
  const press = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    if (event.key === 'Escape' || event.key === 'Enter' || event.key === 'd') return end()
    const name = event.shiftKey && event.key.length > 1 ? `Shift+${event.key}` : event.key
    arrangingKeys.find(({ key }) => key === name)?.act(layouts, pane)
    const chosen = paneKeys.find(other => String(panes[other].digit) === event.key)
    if (chosen === undefined) return
    layouts.reveal(chosen)
    layouts.setState({ held: chosen })
  }
  return (
    <div
      ref={bar}
      className={styles.bar}
      role="dialog"
      aria-label={t(text.arrange, { pane: panes[pane].name })}
      tabIndex={-1}
      onKeyDown={press}
      onBlur={() => layouts.setState({ arranging: false })}
    >
      <strong className={styles.name}>{panes[pane].name}</strong>
      <Hint keys={['←', '→', '↑', '↓']}>{text.hints.move}</Hint>
      <Hint keys={['Shift', '+', '←', '→', '↑', '↓']}>{text.hints.size}</Hint>
      <Hint keys={['t']}>{text.hints.tab}</Hint>
      <Hint keys={['⌫']}>{text.hints.close}</Hint>
      <Hint keys={['Esc']}>{text.hints.done}</Hint>
    </div>
  )
}

function Hint({ keys, children }: { readonly keys: readonly string[]; readonly children: string }) {
  return (
    <span className={styles.hint}>
      <span className={styles.keys}>
        {keys.map(key => (key === '+' ? <span key={key}>+</span> : <Key key={key}>{key}</Key>))}
      </span>
      {children}
    </span>
  )
}
