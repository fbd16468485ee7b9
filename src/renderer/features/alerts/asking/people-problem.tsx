import { t } from '../../../../shared/texts/t'
import { texts } from '../../../../shared/texts/texts'
/** What of the people could not be read, in the vendor's words; those who are known can still be chosen. */
export function PeopleProblem({ problem }: { readonly problem: string }) {
  return problem === '' ? null : <p role="alert">{t(texts.pages.notEverybody, { problem })}</p>
}
