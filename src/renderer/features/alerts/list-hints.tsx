import type { AlertRow } from '../../../shared/contract/alert-rows'
import { words } from '../../../shared/words/words'
import { KeyHint } from '../../ui/key-hint'
import { DETAILS_KEY, pageAsks } from './page-acts'

const text = words.alerts.hints

/** The keys of a row: those of a page, then those of the list. */
export function ListHints({ row }: { readonly row: AlertRow | undefined }) {
  const paged = row?.origin === 'page'
  const hints = [
    ...(paged ? Object.entries(pageAsks).map(([key, ask]) => [key, text[ask]]) : []),
    [DETAILS_KEY, text.details],
    [text.space, text.select],
    ['S', text.filter],
    ['x', text.hide],
    ['C', text.columns],
  ]
  return hints.map(([key = '', does]) => (
    <KeyHint key={key} face={key}>
      {does}
    </KeyHint>
  ))
}
