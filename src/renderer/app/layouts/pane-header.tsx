import { ExternalLink, Maximize2, Minimize2, Move, PictureInPicture2 } from 'lucide-react'
import type { KeyboardEvent } from 'react'
import { flushSync } from 'react-dom'
import type { PaneKey } from '../../../shared/contract/pane-address'
import { t } from '../../../shared/texts/t'
import { texts } from '../../../shared/texts/texts'
import { paneId, panes } from '../../ui/panes'
import { startArranging, tearOff, toggleMaximised } from './pane-commands'
import styles from './pane-grid.module.css'
import { useLayouts, useLayoutsState } from './use-layouts'

const text = texts.arranging

/** For the mouse; the keyboard has z and d, so Tab skips them. */
export function PaneTools({ pane }: { readonly pane: PaneKey }) {
  const layouts = useLayouts()
  const maximised = useLayoutsState(state => state.maximised === pane)
  const { name } = panes[pane]
  const own = layouts.windows.isOwn(pane)
  return (
    <span className={styles.tools} data-maximised={maximised}>
      <button
        type="button"
        className={styles.tool}
        tabIndex={-1}
        aria-label={t(text.arrange, { pane: name })}
        title={text.arrangeHint}
        onClick={() => startArranging(layouts, pane)}
      >
        <Move aria-hidden="true" size={14} />
      </button>
      <button
        type="button"
        className={styles.tool}
        tabIndex={-1}
        aria-label={t(own ? text.giveBack : text.tearOff, { pane: name })}
        title={own ? text.giveBackHint : text.tearOffHint}
        onClick={() => tearOff(layouts, pane)}
      >
        {own ? <PictureInPicture2 aria-hidden="true" size={14} /> : <ExternalLink aria-hidden="true" size={14} />}
      </button>
      <button
        type="button"
        className={styles.tool}
        tabIndex={-1}
        aria-label={t(maximised ? text.restore : text.maximise, { pane: name })}
        title={maximised ? text.restoreHint : text.maximiseHint}
        onClick={() => toggleMaximised(layouts, pane)}
      >
        {maximised ? <Minimize2 aria-hidden="true" size={14} /> : <Maximize2 aria-hidden="true" size={14} />}
      </button>
    </span>
  )
}

/** The panes that share a place, in the header of the front one. */
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
