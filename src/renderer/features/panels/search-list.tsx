import { TextInput } from '@mantine/core'
import { useState } from 'react'
import type { DashboardSlice } from '../../../shared/contract/dashboards'
import type { ConnectionId } from '../../../shared/domain/ids'
import { t } from '../../../shared/texts/t'
import { texts } from '../../../shared/texts/texts'
import { useCockpit } from '../../stores/cockpit'
import { useRead } from '../../stores/use-read'
import { Button } from '../../ui/button'
import { FaultNote } from '../../ui/fault-note'
import textStyles from '../../ui/text.module.css'
import type { DashboardSource } from './opened-dashboard'
import styles from './panels.module.css'

const text = texts.panels

interface SearchListProps {
  readonly connection: ConnectionId
  readonly onChoose: (source: DashboardSource) => void
}

/** Grafana's dashboards, as far as the token may see them. */
export function SearchList({ connection, onChoose }: SearchListProps) {
  const { commands } = useCockpit()
  const [query, setQuery] = useState('')
  const { latest: first, fault, again } = useRead('dashboards:search', { connection, words: query, page: 1 })
  /** The first slice with the later ones, once they were loaded. */
  const [longer, setLonger] = useState<{ readonly first: DashboardSlice; readonly all: DashboardSlice } | null>(null)
  const page = longer !== null && longer.first === first ? longer.all : first
  const more = async () => {
    if (first === undefined || page === undefined) return
    const next = Math.ceil(page.found.length / 100) + 1
    const reply = await commands.ask('panels', 'dashboards:search', { connection, words: query, page: next })
    if (reply.ok) setLonger({ first, all: { found: [...page.found, ...reply.value.found], more: reply.value.more } })
  }
  return (
    <>
      <TextInput
        label={text.search}
        data-autofocus
        value={query}
        onChange={event => setQuery(event.currentTarget.value)}
      />
      <FaultNote fault={fault} onAgain={again} />
      <ul className={styles.found} aria-label={text.found}>
        {page?.found.map(({ uid, title, folder }) => (
          <li key={uid}>
            <Button
              tone="bare"
              onClick={() => onChoose({ key: `${connection}/${uid}`, from: { kind: 'grafana', connection, uid } })}
            >
              {folder === '' ? title : t(text.inFolder, { folder, title })}
            </Button>
          </li>
        ))}
        {page?.found.length === 0 && <li className={textStyles.quiet}>{text.noneFound}</li>}
        {page?.more === true && (
          <li>
            <Button onClick={more}>{text.more}</Button>
          </li>
        )}
      </ul>
    </>
  )
}
