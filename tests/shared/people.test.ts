import { describe, expect, it } from 'vitest'
import { personKey, responderNamed } from '../../src/shared/domain/people'
import { assigned, declared, recordOf } from '../support/folded-incident'

describe('[RO17] two spellings of one name', () => {
  it.each([
    ['in another case', 'Ada Lovelace', 'ADA LOVELACE'],
    ['with other spaces', 'Ada Lovelace', '  Ada \t Lovelace '],
    ['with an accent as one character and as two', 'Ren\u00e9e', 'Rene\u0301e'],
    ['with an accent in capitals as two characters', 'ren\u00e9e', 'RENE\u0301E'],
    ['in Vietnamese, with two marks on one letter', 'Nguy\u1ec5n', 'Nguye\u0302\u0303n'],
    ['in Korean, as syllables and as letters', '\uae40', '\u1100\u1175\u11b7'],
    ['with a letter that comes apart in lower case', '\u0130pek', 'I\u0307pek'],
  ])('are one person %s', (_, one, other) => {
    expect(responderNamed(other)?.id).toBe(responderNamed(one)?.id)
  })

  it('differ where the letters do', () => {
    expect(personKey('Rene')).not.toBe(personKey('Ren\u00e9'))
    expect(personKey('Ada L')).not.toBe(personKey('AdaL'))
  })

  it('stay as they were typed on the screen', () => {
    expect(responderNamed(' Rene\u0301e  de B ')?.name).toBe('Rene\u0301e de B')
  })

  it.each(['', '   ', '\t\n'])('a name that says nothing (%j) is nobody', name => {
    expect(responderNamed(name)).toBeUndefined()
    expect(personKey(name)).toBe('')
  })

  it('take a role from themselves and not from another person', () => {
    const { roles, crew } = recordOf([
      declared(),
      assigned(1, 'ic', 'Ren\u00e9e'),
      assigned(2, 'ic', 'Rene\u0301e'),
    ]).incident
    expect([roles.ic?.responder.id, crew.past[0]?.responder.id]).toEqual([
      personKey('Ren\u00e9e'),
      personKey('Ren\u00e9e'),
    ])
  })
})
