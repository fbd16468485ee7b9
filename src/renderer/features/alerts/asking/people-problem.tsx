import { say } from '../../../../shared/words/say'
import { words } from '../../../../shared/words/words'
/** What of the people could not be read, in the vendor's words; those who are known can still be chosen. */
export function PeopleProblem({ problem }: { readonly problem: string }) {
  return problem === '' ? null : <p role="alert">{say(words.pages.notEverybody, { problem })}</p>
}
