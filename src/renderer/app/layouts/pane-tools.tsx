import { ExternalLink, Maximize2, Minimize2, Move, PictureInPicture2 } from 'lucide-react'
import type { PaneKey } from '../../../shared/contract/pane-address'
import { t } from '../../../shared/texts/t'
import { texts } from '../../../shared/texts/texts'
import { panes } from '../../ui/panes'
import styles from './pane-tools.module.css'
import { startArranging } from './start-arranging'
import { tearOff } from './tear-off'
import { toggleMaximised } from './toggle-maximised'
import { useLayouts, useLayoutsState } from './use-layouts'

const text = texts.arranging

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
