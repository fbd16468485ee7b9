import { ExternalLink, Maximize2, Minimize2, Move, PictureInPicture2 } from 'lucide-react'
import type { PaneKey } from '../../../shared/contract/pane-address'
import { panes } from '../../ui/panes'
import styles from './pane-tools.module.css'
import { startArranging } from './start-arranging'
import { tearOff } from './tear-off'
import { toggleMaximised } from './toggle-maximised'
import { useLayouts, useLayoutsState } from './use-layouts'

/** For a hand on the mouse; the keyboard has z and d, so Tab passes them by. */
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
        aria-label={`Arrange ${name}`}
        title="Arrange (d)"
        onClick={() => startArranging(layouts, pane)}
      >
        <Move aria-hidden="true" size={14} />
      </button>
      <button
        type="button"
        className={styles.tool}
        tabIndex={-1}
        aria-label={own ? `Give ${name} back to the cockpit` : `${name} in a window of its own`}
        title={own ? 'Back to the cockpit (W)' : 'A window of its own (W)'}
        onClick={() => tearOff(layouts, pane)}
      >
        {own ? <PictureInPicture2 aria-hidden="true" size={14} /> : <ExternalLink aria-hidden="true" size={14} />}
      </button>
      <button
        type="button"
        className={styles.tool}
        tabIndex={-1}
        aria-label={maximised ? `Give ${name} its place back` : `Maximise ${name}`}
        title={maximised ? 'Back to its place (z)' : 'Maximise (z)'}
        onClick={() => toggleMaximised(layouts, pane)}
      >
        {maximised ? <Minimize2 aria-hidden="true" size={14} /> : <Maximize2 aria-hidden="true" size={14} />}
      </button>
    </span>
  )
}
