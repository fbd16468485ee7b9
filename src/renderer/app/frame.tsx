import { type ReactNode, useEffect } from 'react'
import { t } from '../../shared/texts/t'
import { texts } from '../../shared/texts/texts'
import { AlarmChip } from '../features/alarms/alarm-chip'
import { IncidentBar } from '../features/incident-bar/incident-bar'
import { OutboxChip } from '../features/outbox/outbox-chip'
import { Boundary } from './boundary'
import styles from './frame.module.css'
import { LaterPartsContext, useLaterParts } from './later-parts'
import type { Layouts } from './layouts/layouts'
import { PaneGrid } from './layouts/pane-grid'
import { LayoutsContext } from './layouts/use-layouts'
import type { PaneContents } from './pane-contents'
import { SecondKeys } from './two-keys'
import { useKeymap } from './use-keymap'

interface FrameProps {
  readonly layouts: Layouts
  readonly contents: PaneContents
  /** The name of the one pane that this window shows. */
  readonly name?: string
}

/** A window of the cockpit: the bar on top, panes below, the keys, and the dialogs that belong to no pane. */
export function Frame({ layouts, contents, name }: FrameProps) {
  const firstOfTwo = useKeymap(layouts)
  const later = useLaterParts(loadParts)
  const Dialogs = later.parts?.Dialogs
  const FirstWords = name === undefined ? later.parts?.FirstWords : undefined
  useProblem(layouts)
  return (
    <LayoutsContext value={layouts}>
      <div className={styles.frame}>
        <Boundary says={texts.arranging.stoppedBar} frame={stopped => <div className={styles.part}>{stopped}</div>}>
          <IncidentBar chip={chips} {...(name !== undefined && { windowName: name })} />
        </Boundary>
        {FirstWords !== undefined && <FirstWords />}
        <LaterPartsContext value={later}>
          <PaneGrid contents={contents} />
        </LaterPartsContext>
        <Boundary says={texts.arranging.stoppedDialog} frame={stoppedDialog}>
          {Dialogs !== undefined && <Dialogs layouts={layouts} />}
        </Boundary>
        <SecondKeys first={firstOfTwo} />
      </div>
    </LayoutsContext>
  )
}

const loadParts = async () => (await import('./parts')).parts

/** Still a dialog: it has the focus. */
const stoppedDialog = (stopped: ReactNode) => (
  <div role="dialog" aria-label={texts.ui.stoppedDialog} className={styles.dialog}>
    {stopped}
  </div>
)

const chips = (
  <>
    <AlarmChip />
    <OutboxChip />
  </>
)

/** Reports an unreadable layout once, above the layout that replaces it. */
function useProblem({ problem, notify }: Layouts): void {
  useEffect(() => {
    if (problem !== null) notify(t(texts.layoutFaults.kept, { problem }))
  }, [problem, notify])
}
