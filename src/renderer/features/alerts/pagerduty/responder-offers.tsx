import { useEffect, useState } from 'react'
import type { FoundPerson, OnCallList } from '../../../../shared/contract/people'
import type { ConnectionId } from '../../../../shared/domain/ids'
import { t } from '../../../../shared/texts/t'
import { texts } from '../../../../shared/texts/texts'
import { useCockpit, useNow } from '../../../stores/cockpit'
import { onCallProblem, useOnCall } from '../../../stores/use-on-call'
import { faultText, problemText, staleText } from '../../../ui/fault-text'
import type { FinderGroup, FinderItem } from '../../../ui/finder'

/** Which people could not be read; those who are known can still be chosen. */
export function PeopleProblem({ problem }: { readonly problem: string }) {
  return problem === '' ? null : <p role="alert">{t(texts.pages.notEverybody, { problem })}</p>
}

/** Long enough to type a letter in, short enough to feel live. */
const FIND_AFTER = 120

interface Found {
  readonly people: readonly FoundPerson[]
  /** What could not be read, in the vendor's words; empty for nothing. */
  readonly problem: string
}

const nobody: Found = { people: [], problem: '' }

/** Who a PagerDuty incident can be assigned to, by the typed text. */
export function useResponderOffers(
  connection: ConnectionId,
  words: string,
  policies: boolean,
): { readonly groups: readonly FinderGroup<ResponderOffer>[]; readonly problem: string } {
  const onCall = useOnCall()
  const found = useFound(connection, words.trim())
  const now = useNow()
  const then = onCall.readAt === undefined ? problemText(onCall) : onCallProblem(onCall, now)
  const groups = responderOffers({ onCall, found: found.people, connection }, words, policies)
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
          ? { people: reply.value.value, problem: staleText(reply.value) }
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

const text = texts.pages

/** A person or an escalation policy that a PagerDuty incident can be assigned to. */
export interface ResponderOffer extends FinderItem {
  readonly id: string
  readonly type: 'user' | 'policy'
}

/** An account may have thousands of people: fewer letters match too many of them. */
export const LETTERS = 2

interface Known {
  readonly onCall: OnCallList
  readonly found: readonly FoundPerson[]
  readonly connection: ConnectionId
}

/**
 * [PF1] Who can be paged: people on call first, in the order of paging, then escalation policies if wanted, then people
 * found by the typed letters. Each is listed once; within one group, names that begin with the letters come first.
 */
export function responderOffers(
  { onCall, found, connection }: Known,
  words: string,
  policies: boolean,
): readonly FinderGroup<ResponderOffer>[] {
  const people = onceEach(
    onCall.people
      .filter(person => person.connection === connection)
      .flatMap(({ externalId: id, name, policy, level }) =>
        id === null ? [] : [offer('user', id, name, t(text.offers.level, { level, policy }))],
      ),
  )
  const named = onCall.policies
    .filter(policy => policies && policy.connection === connection)
    .map(({ externalId, name }) => offer('policy', externalId, name, text.offers.policy))
  const others = found
    .filter(({ id }) => !people.some(person => person.id === id))
    .map(({ id, name, email }) => offer('user', id, name, email))
  return [
    { group: text.offers.onCall, items: fitting(people, words) },
    { group: text.offers.policies, items: fitting(named, words) },
    { group: text.offers.everybody, items: fitting(others, '', words) },
  ].filter(({ items }) => items.length > 0)
}

function offer(type: ResponderOffer['type'], id: string, name: string, note: string): ResponderOffer {
  return { key: `${type}:${id}`, type, id, name, note }
}

/** Offers that contain all the words; the best name match first. */
function fitting(offers: readonly ResponderOffer[], words: string, order = words): readonly ResponderOffer[] {
  const wanted = wordsIn(words)
  const [first = ''] = wordsIn(order)
  const begins = ({ name }: ResponderOffer) => wordsIn(name).some(word => word.startsWith(first))
  const named = ({ name }: ResponderOffer) => name.toLowerCase().includes(first)
  const rank = (one: ResponderOffer) => (begins(one) ? 0 : named(one) ? 1 : 2)
  return offers
    .filter(({ name, note }) => wanted.every(word => `${name} ${note}`.toLowerCase().includes(word)))
    .toSorted((a, b) => rank(a) - rank(b))
}

function wordsIn(typed: string): readonly string[] {
  return typed.toLowerCase().split(/\s+/).filter(Boolean)
}

function onceEach(offers: readonly ResponderOffer[]): readonly ResponderOffer[] {
  return offers.filter(({ id }, at) => offers.findIndex(other => other.id === id) === at)
}

/** What an empty list says. */
export function noOffersText(words: string): string {
  return words.trim().length < LETTERS ? text.typeTwo : text.nobody
}
