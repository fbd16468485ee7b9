import type { Api } from '../../http/api'
import { plainLine } from '../../http/plain-text'
import { parseUser } from './parse'

/** What is asked in one round: a busy channel must not use up the app's 100 a minute. */
const MOST_ASKED = 20

export interface UserNames {
  /** Asks for those that are not known yet, as far as Slack answers. */
  learn(users: Iterable<string>, signal: AbortSignal): Promise<void>
  nameOf(user: string): string | undefined
}

/** Names of people by their ids, each asked once. Without the scope `users:read` people stay ids, and all else works. */
export function openUserNames(api: Api): UserNames {
  const known = new Map<string, string>()
  let refused = false

  async function learnOne(user: string, signal: AbortSignal): Promise<boolean> {
    const reply = await api.ask({ method: 'GET', path: '/users.info', query: [['user', user]] }, parseUser, signal)
    if (reply.ok) {
      const { profile, real_name: realName, name } = reply.value.user
      known.set(user, plainLine(profile?.display_name || profile?.real_name || realName || name || '', 80) || user)
      return true
    }
    refused = reply.fault.kind === 'token-refused'
    // A person whom Slack does not show, such as a guest of another workspace: the others can still be read.
    const unseen = reply.fault.kind === 'vendor-error' && reply.fault.status < 500
    if (unseen) known.set(user, user)
    return unseen
  }

  return {
    nameOf: user => known.get(user),
    async learn(users, signal) {
      const wanted = [...new Set(users)].filter(user => user !== '' && !known.has(user)).slice(0, MOST_ASKED)
      for (const user of wanted) {
        if (refused || signal.aborted || !(await learnOne(user, signal))) return
      }
    },
  }
}
