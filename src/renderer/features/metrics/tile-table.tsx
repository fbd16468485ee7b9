import { measured } from '../../../shared/contract/figures/units'
import type { PanelTable, TableColumn } from '../../../shared/contract/metrics'
import { t, tCount } from '../../../shared/texts/t'
import { texts } from '../../../shared/texts/texts'
import styles from './tile.module.css'

interface TileTableProps {
  readonly title: string
  readonly table: PanelTable
  readonly decimals?: number | undefined
}

/** Data that is read as rows: labels, logs, traces. */
export function TileTable({ title, table, decimals }: TileTableProps) {
  if (table.rows.length === 0) return <p className={styles.none}>{texts.metrics.noRows}</p>
  const label = t(texts.metrics.rows, { title })
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolled region must be reachable by keyboard (WCAG 2.1.1)
    <div className={styles.scroll} role="group" aria-label={label} tabIndex={0}>
      <table className={styles.table}>
        <thead>
          <tr>
            {table.columns.map(({ name }, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two columns may have one name
              <th key={at} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a row has no name, and is drawn again with each answer
            <tr key={at}>
              {row.map((cell, place) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: as above
                <td key={place}>{cellText(cell, table.columns[place], decimals)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {table.more > 0 && <p className={styles.none}>{tCount(texts.metrics.moreRows, table.more)}</p>}
    </div>
  )
}

function cellText(cell: string | number | null, column: TableColumn | undefined, decimals: number | undefined): string {
  if (cell === null) return '–'
  if (typeof cell === 'string') return cell
  // Decimals apply to the panel's own values, not to other numbers beside them.
  return column?.unit === undefined ? measured(cell, 'plain') : measured(cell, column.unit, { decimals })
}
