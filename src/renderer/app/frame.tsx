import { useEffect } from 'react'
import { say } from '../../shared/words/say'
import { words } from '../../shared/words/words'
import { AlarmChip } from '../features/alarms/alarm-chip'
import { IncidentBar } from '../features/incident-bar/incident-bar'
import { OutboxChip } from '../features/outbox/outbox-chip'
import { Dialogs } from './dialogs'
import styles from './frame.module.css'
import { Desk } from './layouts/desk'
import type { Layouts } from './layouts/layouts'
import { LayoutsContext } from './layouts/use-layouts'
import type { PaneContents } from './pane-contents'
import { useKeymap } from './use-keymap'

interface FrameProps {
  readonly layouts: Layouts
  readonly contents: PaneContents
  /** Of the one pane that this window is for. */
  readonly name?: string
}

/** A window of the cockpit: the bar on top, panes below, the keys, and the dialogs that belong to no pane. */
export function Frame({ layouts, contents, name }: FrameProps) {
  useKeymap(layouts)
  useProblem(layouts)
  return (
    <LayoutsContext value={layouts}>
      <div className={styles.frame}>
        <IncidentBar chip={chips} {...(name !== undefined && { windowName: name })} />
        <Desk contents={contents} />
        <Dialogs layouts={layouts} />
      </div>
    </LayoutsContext>
  )
}

const chips = (
  <>
    <AlarmChip />
    <OutboxChip />
  </>
)

/** A layout that cannot be read is said once, above the one that stands in for it. */
function useProblem({ problem, tell }: Layouts): void {
  useEffect(() => {
    if (problem !== null) tell(say(words.layoutFaults.kept, { problem }))
  }, [problem, tell])
}
