import { TextInput } from '@mantine/core'
import { useEffect, useState } from 'react'
import type { DashboardPage } from '../../../shared/contract/dashboards'
import type { ConnectionId } from '../../../shared/domain/ids'
import { useCockpit } from '../../stores/cockpit'
import { Button } from '../../ui/button'
import type { DashboardSource } from './opened-dashboard'
import styles from './panels.module.css'

interface SearchListProps {
  readonly connection: ConnectionId
  readonly onChoose: (source: DashboardSource) => void
}

/** Grafana's dashboards, as far as the token may see them. */
export function SearchList({ connection, onChoose }: SearchListProps) {
  const { commands } = useCockpit()
  const [words, setWords] = useState('')
  const [page, setPage] = useState<DashboardPage | null>(null)
  useEffect(() => {
    let current = true
    void commands.ask('panels', 'dashboards:search', { connection, words, page: 1 }).then(reply => {
      if (current && reply.ok) setPage(reply.value)
    })
    return () => {
      current = false
    }
  }, [commands, connection, words])
  const more = async () => {
    const next = Math.ceil((page?.found.length ?? 0) / 100) + 1
    const reply = await commands.ask('panels', 'dashboards:search', { connection, words, page: next })
    if (reply.ok) setPage({ found: [...(page?.found ?? []), ...reply.value.found], more: reply.value.more })
  }
  return (
    <>
      <TextInput
        label="Search dashboards"
        data-autofocus
        value={words}
        onChange={event => setWords(event.currentTarget.value)}
      />
      <ul className={styles.found} aria-label="Dashboards">
        {page?.found.map(({ uid, title, folder }) => (
          <li key={uid}>
            <Button
              tone="bare"
              onClick={() => onChoose({ key: `${connection}/${uid}`, from: { kind: 'grafana', connection, uid } })}
            >
              {folder === '' ? title : `${folder} / ${title}`}
            </Button>
          </li>
        ))}
        {page?.found.length === 0 && <li className={styles.quiet}>None that this token may see.</li>}
        {page?.more === true && (
          <li>
            <Button onClick={more}>More</Button>
          </li>
        )}
      </ul>
    </>
  )
}
