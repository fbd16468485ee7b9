import type { AlertRow } from '../../../shared/contract/views'
import { useRecord } from '../../stores/cockpit'
import { Key } from '../../ui/key'
import { DETAILS_KEY, type PageAsk, pageAsks } from './page-acts'

const words: Readonly<Record<PageAsk, string>> = {
  acknowledge: 'acknowledge',
  resolve: 'resolve',
  escalate: 'escalate',
  reassign: 'reassign',
  call: 'call people',
  note: 'note',
  'status-update': 'status update',
}

/** The keys of a row: those of a page while an incident is open for them, then those of the list. */
export function ListHints({ row }: { readonly row: AlertRow | undefined }) {
  const running = useRecord(() => true)
  const paged = running === true && row?.origin === 'page'
  const hints = [
    ...(paged ? Object.entries(pageAsks).map(([key, ask]) => [key, words[ask]]) : []),
    [DETAILS_KEY, 'details'],
    ['Space', 'select'],
    ['S', 'filter'],
    ['x', 'hide'],
    ['C', 'columns'],
  ]
  return hints.map(([key = '', does]) => (
    <span key={key}>
      <Key>{key}</Key> {does}
    </span>
  ))
}
