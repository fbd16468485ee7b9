import type { Verdict } from '../../../shared/domain/checkpoint'
import type { Status } from '../../../shared/domain/status'

/** What a document says a status means; it is not written in the language of a screen. */
export const statusMeaning: Readonly<Record<Status, string>> = {
  investigating: 'We do not know the cause yet',
  identified: 'We know the cause and work on it',
  monitoring: 'A fix is in, we watch it hold',
  resolved: 'Over for customers',
}

export const verdictMeaning: Readonly<Record<Verdict, string>> = {
  continue: 'What we do works: go on',
  pivot: 'It does not work: try the next thing',
  escalate: 'We need more people or a higher decision',
}
