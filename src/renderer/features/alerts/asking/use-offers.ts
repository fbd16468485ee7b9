import { useEffect, useState } from 'react'
import type { FoundPerson } from '../../../../shared/contract/people'
import type { ConnectionId } from '../../../../shared/domain/ids'
import { useCockpit, useNow } from '../../../stores/cockpit'
import { onCallProblem, useOnCall } from '../../../stores/use-on-call'
import { faultText } from '../../../ui/fault-text'
import type { FinderGroup } from '../../../ui/finder'
import { LETTERS, type Offer, offered } from './offered'

/** Long enough to type a letter in, short enough to feel live. */
const FIND_AFTER = 120

interface Found {
  readonly people: readonly FoundPerson[]
  /** What could not be read, in the vendor's words; empty for nothing. */
  readonly problem: string
}

const nobody: Found = { people: [], problem: '' }

/** To whom a page can go, by what was typed so far. */
export function useOffers(
  connection: ConnectionId,
  words: string,
  policies: boolean,
): { readonly groups: readonly FinderGroup<Offer>[]; readonly problem: string } {
  const onCall = useOnCall()
  const found = useFound(connection, words.trim())
  const now = useNow()
  const then = onCall.readAt === undefined ? onCall.problem : onCallProblem(onCall, now)
  const groups = offered({ onCall, found: found.people, connection }, words, policies)
  return { groups, problem: [...new Set([then, found.problem])].filter(Boolean).join('; ') }
}

function useFound(connection: ConnectionId, words: string): Found {
  const { link } = useCockpit()
  const [found, setFound] = useState(nobody)
  useEffect(() => {
    if (words.length < LETTERS) return setFound(nobody)
    let here = true
    const ask = async () => {
      const reply = await link.call('people:find', { connection, words })
      if (!here) return
      setFound(
        reply.ok
          ? { people: reply.value.value, problem: reply.value.stale }
          : { people: [], problem: faultText(reply.fault) },
      )
    }
    const timer = setTimeout(() => void ask(), FIND_AFTER)
    return () => {
      here = false
      clearTimeout(timer)
    }
  }, [link, connection, words])
  return found
}
