import type { KeyboardEvent } from 'react'
import { flushSync } from 'react-dom'
import type { PaneKey } from '../../../shared/contract/pane-address'
import { texts } from '../../../shared/texts/texts'
import { paneId } from '../../ui/pane'
import { panes } from '../../ui/panes'
import styles from './pane-tabs.module.css'
import { useLayouts } from './use-layouts'

/** The panes that share a place, in the header of the one in front. */
export function PaneTabs({ pane, stack }: { readonly pane: PaneKey; readonly stack: readonly PaneKey[] }) {
  const layouts = useLayouts()
  const go = (to: PaneKey | undefined) => {
    if (to === undefined) return
    flushSync(() => layouts.reveal(to))
    document.getElementById(tabId(to, to))?.focus()
  }
  const press = (event: KeyboardEvent) => {
    const step = steps[event.key]
    if (step === undefined) return
    event.preventDefault()
    go(stack[(stack.indexOf(pane) + step + stack.length) % stack.length])
  }
  return (
    <div role="tablist" className={styles.tabs} aria-label={texts.arranging.tabs}>
      {stack.map(one => (
        <button
          key={one}
          type="button"
          role="tab"
          id={tabId(pane, one)}
          className={styles.tab}
          aria-selected={one === pane}
          aria-controls={paneId(panes[one].digit)}
          tabIndex={one === pane ? 0 : -1}
          data-tab={one}
          onClick={() => go(one)}
          onKeyDown={press}
        >
          {panes[one].name}
        </button>
      ))}
    </div>
  )
}

const steps: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1 }

/** Each pane of a stack has the tabs in its own header. */
function tabId(within: PaneKey, tab: PaneKey): string {
  return `tab-${within}-${tab}`
}
