import type { PanelTable, TableColumn } from '../../../shared/contract/views'
import { say, sayCount } from '../../../shared/words/say'
import { words } from '../../../shared/words/words'
import { measured } from '../../charts/units'
import styles from './tile-table.module.css'

/** What is read as rows: labels, logs, traces. */
export function TileTable({ title, table }: { readonly title: string; readonly table: PanelTable }) {
  if (table.rows.length === 0) return <p className={styles.none}>{words.metrics.noRows}</p>
  const label = say(words.metrics.rows, { title })
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
            // biome-ignore lint/suspicious/noArrayIndexKey: a row has no name, and is drawn anew with each answer
            <tr key={at}>
              {row.map((cell, place) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: as above
                <td key={place}>{cellText(cell, table.columns[place])}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {table.more > 0 && <p className={styles.none}>{sayCount(words.metrics.moreRows, table.more)}</p>}
    </div>
  )
}

function cellText(cell: string | number | null, column: TableColumn | undefined): string {
  if (cell === null) return '–'
  return typeof cell === 'number' ? measured(cell, column?.unit ?? 'plain') : cell
}
