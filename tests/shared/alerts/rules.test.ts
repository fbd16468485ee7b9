import { describe, expect, it } from 'vitest'
import { ruleBook } from '../../../src/main/engine/feeds/rule-book'
import type { AlertRow } from '../../../src/shared/contract/alert-rows'
import { ruleOf } from '../../../src/shared/contract/rule-of'
import { type AlertRule, MOST_RULES } from '../../../src/shared/contract/rules'
import type { ConnectionId } from '../../../src/shared/domain/ids'

const rule = (id: string, change: Partial<AlertRule> = {}): AlertRule => ({
  ...{ id, connection: id.split('/')[0] as ConnectionId, name: 'Errors', place: '', state: 'inactive', health: 'ok' },
  ...{ problem: '', url: null },
  ...change,
})
const bookOf = (connection: string, ...rules: readonly AlertRule[]) =>
  ruleBook({ id: `${connection}/rules`, connection: connection as ConnectionId }, rules)

const row = (change: Partial<AlertRow>): AlertRow => ({
  ...{ id: 'gf/f', connection: 'gf' as ConnectionId, externalId: 'f', origin: 'alert', title: 't', service: null },
  ...{ urgency: 'high', state: 'firing', startedAt: 0, url: null, cause: 'Errors' },
  ...change,
})

describe('rules of one connection', () => {
  it('[RU3] stand with the blind first, then the loud, then by name, and no push carries all of a company', () => {
    const many = Array.from({ length: MOST_RULES + 50 }, (_, at) => rule(`gf/${at}`, { name: `R${at}` }))
    const book = bookOf(
      'gf',
      ...many,
      rule('gf/p', { name: 'P', state: 'pending' }),
      rule('gf/f', { name: 'F', state: 'firing' }),
      rule('gf/n', { name: 'N', health: 'no-data' }),
      rule('gf/e', { name: 'E', health: 'failing' }),
    )
    expect(book.rules.slice(0, 5).map(({ name }) => name)).toEqual(['E', 'N', 'F', 'P', 'R0'])
    expect(book).toMatchObject({ total: MOST_RULES + 54, blind: 2, feed: 'gf/rules' })
    expect(book.rules).toHaveLength(MOST_RULES)
  })
})

describe('the rule of an alert', () => {
  const books = [
    bookOf('other', rule('other/x', { state: 'firing' })),
    bookOf('gf', rule('gf/a'), rule('gf/b', { state: 'firing' }), rule('gf/c', { name: 'Named' })),
  ]

  it('[RU2] is the one that the vendor names, whatever it is called', () => {
    expect(ruleOf(row({ rule: 'c' }), books)?.id).toBe('gf/c')
  })

  it('[RU2] else the one of its name: of its own connection first, and of several the one that fires', () => {
    expect(ruleOf(row({}), books)?.id).toBe('gf/b')
    expect(ruleOf(row({ connection: 'am' as ConnectionId }), books)?.id).toMatch(/^(other\/x|gf\/b)$/)
    expect(ruleOf(row({ rule: 'gone' }), books)?.id).toBe('gf/b')
  })

  it('[RU2] is none for a name that nobody watches for, and for a page', () => {
    expect(ruleOf(row({ cause: 'Else' }), books)).toBeUndefined()
    expect(ruleOf(row({ cause: null }), books)).toBeUndefined()
    expect(ruleOf(row({ origin: 'page' }), books)).toBeUndefined()
  })
})
