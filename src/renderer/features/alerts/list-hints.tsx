import type { AlertRow } from '../../../shared/contract/alert-rows'
import { texts } from '../../../shared/texts/texts'
import { keyOf } from '../../commands/asked'
import { rowKeyOf } from '../../commands/row-keys'
import { KeyHint } from '../../ui/key-hint'
import { pageAsks } from './page-acts'

const text = texts.alerts.hints

/** The keys of a row: those of a page, then those of the list. */
export function ListHints({ row }: { readonly row: AlertRow | undefined }) {
  const paged = row?.origin === 'page'
  const hints = [
    ...(paged ? Object.entries(pageAsks).map(([key, ask]) => [key, text[ask]]) : []),
    [rowKeyOf.row.known, text.details],
    [text.space, text.select],
    [keyOf('alert-filter'), text.filter],
    [rowKeyOf.list.hide, text.hide],
    [keyOf('alert-columns'), text.columns],
  ]
  return hints.map(([key = '', does]) => (
    <KeyHint key={key} face={key}>
      {does}
    </KeyHint>
  ))
}
