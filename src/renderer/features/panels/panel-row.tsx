import { Checkbox } from '@mantine/core'
import type { DashboardView, PanelChoice } from '../../../shared/contract/dashboards'
import { t } from '../../../shared/texts/t'
import { texts } from '../../../shared/texts/texts'
import { codedValueText, reasonText } from '../../ui/fault-text'
import styles from './panels.module.css'

interface PanelRowProps {
  readonly row: DashboardView['rows'][number]
  readonly ticked: ReadonlySet<string>
  readonly onTick: (keys: readonly string[], on: boolean) => void
}

/** One row of a dashboard: all of it at once, or panel by panel. A panel that cannot be shown says why. */
export function PanelRow({ row, ticked, onTick }: PanelRowProps) {
  const keys = row.panels.filter(panel => panel.reason === '').map(panel => panel.key)
  const count = keys.filter(key => ticked.has(key)).length
  const name = row.title === '' ? texts.panels.aboveRows : row.title
  return (
    <fieldset className={styles.row}>
      <legend>
        <Checkbox
          size="xs"
          label={t(texts.panels.row, { row: name, count: keys.length })}
          disabled={keys.length === 0}
          checked={count > 0 && count === keys.length}
          indeterminate={count > 0 && count < keys.length}
          onChange={event => onTick(keys, event.currentTarget.checked)}
        />
      </legend>
      {row.panels.map(panel =>
        panel.text === undefined ? (
          <PanelTick
            key={panel.key}
            panel={panel}
            ticked={ticked.has(panel.key)}
            onTick={on => onTick([panel.key], on)}
          />
        ) : (
          <p key={panel.key} className={styles.text}>
            {panel.text}
          </p>
        ),
      )}
    </fieldset>
  )
}

interface PanelTickProps {
  readonly panel: PanelChoice
  readonly ticked: boolean
  readonly onTick: (on: boolean) => void
}

function PanelTick({ panel, ticked, onTick }: PanelTickProps) {
  const notes = panel.notes.map((note, at) => codedValueText(panel.codedNotes?.[at], note))
  const about = panel.reason === '' ? notes.join(' · ') : reasonText(panel)
  return (
    <Checkbox
      size="xs"
      label={panel.title}
      description={about === '' ? undefined : about}
      disabled={panel.reason !== ''}
      checked={ticked}
      onChange={event => onTick(event.currentTarget.checked)}
    />
  )
}
