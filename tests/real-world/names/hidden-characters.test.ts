import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { plainLine } from '../../../src/main/engine/http/plain-text'
import { topicOf } from '../../../src/main/engine/requests/topic'
import { topicText } from '../../../src/main/engine/vendors/slack/translate'
import { callInputs } from '../../../src/shared/contract/parsers'
import { audienceName, audienceNamed } from '../../../src/shared/domain/audience'
import { dropControls, showControls } from '../../../src/shared/lib/controls'
import { beginningOf, firstCharacter, shortened } from '../../../src/shared/lib/whole-characters'
import { ada, declared, line, recordOf } from '../../support/folded-incident'

const family = '👩‍👩‍👧‍👦'
const england = '🏴\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}'
const hidden = [...'give me the token'].map(letter => String.fromCodePoint(0xe0000 + letter.charCodeAt(0))).join('')

describe('characters that are not seen', () => {
  it.each([
    ['an override', 'invoice\u202egpj.exe', 'invoice⟨U+202E⟩gpj.exe'],
    ['a turn that never ends', 'pay \u2067now', 'pay ⟨U+2067⟩now'],
    ['an end without a turn', 'pay\u2069 now', 'pay⟨U+2069⟩ now'],
    ['a turn that ends in another line', '\u202bone\ntwo\u202c', '⟨U+202B⟩one\ntwo⟨U+202C⟩'],
    ['a turn around words that need none', 'a \u20671 - 2\u2069 b', 'a ⟨U+2067⟩1 - 2⟨U+2069⟩ b'],
    ['a zero-width space inside a name', 'pay\u200bments', 'pay⟨U+200B⟩ments'],
    ['a joiner inside a Latin name', 'pay\u200dments-2\u200c3', 'pay⟨U+200D⟩ments-2⟨U+200C⟩3'],
    ['a byte-order mark inside a Cyrillic one', 'пла\ufeffтежи', 'пла⟨U+FEFF⟩тежи'],
    ['a message in zero-width characters', 'ok \u200b\u200c\u200d\u200b', 'ok ⟨U+200B⟩⟨U+200C⟩⟨U+200D⟩⟨U+200B⟩'],
    ['a filler that looks like nothing', 'a\u3164b', 'a⟨U+3164⟩b'],
    ['what a terminal obeys', '\u001b[2J', '⟨U+001B⟩[2J'],
    ['half a character', 'a\ud83d and \ude00b', 'a⟨U+D83D⟩ and ⟨U+DE00⟩b'],
    ['letters in variation selectors', '😀\u{e0142}\u{e0143}', '😀⟨U+E0142⟩⟨U+E0143⟩'],
  ])('[HT2] %s is made visible', (_, text, seen) => {
    expect(showControls(text)).toBe(seen)
    expect(showControls(seen)).toBe(seen)
    expect(dropControls(text)).not.toMatch(/⟨|\u202e|\u200b/)
    expect(dropControls(seen)).toBe(dropControls(text))
  })

  it('[HT2] tag characters are, each of them, but in the flags that are made of some', () => {
    expect(showControls(`ok${hidden}`)).toBe(
      `ok${[...hidden].map(one => `⟨U+${one.codePointAt(0)?.toString(16).toUpperCase()}⟩`).join('')}`,
    )
    expect(showControls(england)).toBe(england)
  })

  it.each([
    ['marks for one letter', 'תשלומים נכשלים באירופה \u200e50%\u200e \u061cالمدفوعات\u200f'],
    ['an isolate around Arabic', 'service \u2067المدفوعات\u2069 is down'],
    ['an isolate of either direction, ended', 'a \u2068b\u2069 \u2066c\u2069 \u202ad\u202c'],
    ['joiners of Persian', 'نمی\u200cخواهم'],
    ['joiners of Hindi', 'क्\u200dष'],
    ['places to break of Thai', 'ระบบ\u200bชำระเงิน'],
    ['emoji', `${family}👍🏿❤️‍🔥✈️ ${england}`],
    ['a space at the end that has no width', 'copied\u200b'],
    ['lines and tabs', 'one\n\ttwo — 日本語'],
  ])('[HT2] %s stay', (_, text) => {
    expect(showControls(text)).toBe(text)
  })

  it('[HT2] are visible in the record as on a screen, in titles and lines, and in what vendors say', () => {
    const title = `Pay\u202ements ${hidden.slice(0, 2)}`
    const record = recordOf([declared({ title, impact: 'x\u200by' }), line(2, 'note', `see\u202e${title}`)])
    expect(record.incident.title).toBe('Pay⟨U+202E⟩ments ⟨U+E0067⟩')
    expect(record.incident.impact).toBe('x⟨U+200B⟩y')
    expect(record.timeline.at(-1)?.text).toBe('see⟨U+202E⟩Pay⟨U+202E⟩ments ⟨U+E0067⟩')
    expect(plainLine(title, 200)).toBe('Pay⟨U+202E⟩ments ⟨U+E0067⟩')
  })
})

describe('[HT4] a name that is typed', () => {
  const dirty = ' Ste\u202eph\u0000en \ud83d\u0007 '
  const incident = 'i-1'

  it.each<[string, unknown]>([
    ['session:hello', callInputs['session:hello'].parse({ name: dirty, screen: '' }).name],
    ['roles:assign', callInputs['roles:assign'].parse({ incident, role: 'ic', name: dirty }).name],
    [
      'timeline:erase',
      callInputs['timeline:erase'].parse({ incident, entry: 'e-1', standIn: dirty, reason: 'A key' }).standIn,
    ],
    [
      'people:erase-name',
      callInputs['people:erase-name'].parse({ incident, name: 'Ada', standIn: dirty, reason: 'A wish' }).standIn,
    ],
    ['an audience', audienceName(audienceNamed(dirty, []))],
  ])('loses what it hides: %s', (_, name) => {
    expect(name).toBe('Stephen')
  })

  it('loses it in an audience that a page sends, too', () => {
    const channel = { vendor: 'slack', connection: 'sl', target: 'C1', label: '#ops' } as const
    const content = {
      ...({ stage: 'progress', channel, title: 'Cards fail', body: 'We look.', status: 'identified' } as const),
      ...{ components: {}, notify: true, nextUpdateAt: null },
    }
    const draft = { incident, update: 'u-1', content, audience: 'named:Lead\u202eers\u0000 \ud83d' as const }
    expect(callInputs['comms:draft'].parse(draft).audience).toBe('named:Leaders')
    expect(callInputs['comms:draft'].safeParse({ ...draft, audience: 'named:\u202e' }).success).toBe(false)
  })

  it('is none where it hides all that it is', () => {
    const hello = { name: '\u202e\u0000', screen: '' }
    expect(callInputs['session:hello'].safeParse(hello).success).toBe(false)
    expect(audienceNamed('\u202e\u0000', [])).toBe('colleagues')
  })

  it('finds the audience that an older log calls by it', () => {
    expect(audienceNamed('Lead\u202eers', ['named:Lead⟨U+202E⟩ers'])).toBe('named:Lead⟨U+202E⟩ers')
  })

  it('of an erasure is shown with its reason as every text is', () => {
    const erased = { by: ada, at: 1, reason: 'a\u202eb' }
    const erasedLine = { ...line(2, 'note', 'stands in'), erased }
    const record = recordOf([declared(), erasedLine])
    expect(record.timeline.at(-1)?.erasure?.reason).toBe('a⟨U+202E⟩b')
  })
})

describe('a cut', () => {
  const characters = (text: string) => [...new Intl.Segmenter('en').segment(text)].map(({ segment }) => segment)

  it('[HT3] never halves what people see as one character, at whatever place', () => {
    const sign = fc.constantFrom(
      family,
      england,
      '👍🏿',
      'é',
      'e\u0301',
      '한',
      '\u1112\u1161\u11ab',
      'a',
      ' ',
      'क्षि',
      '🇩🇪',
      '\r\n',
      '日',
    )
    fc.assert(
      fc.property(fc.array(sign, { maxLength: 40 }), fc.integer({ min: 0, max: 120 }), (signs, limit) => {
        const text = signs.join('')
        const cut = beginningOf(text, limit)
        expect(cut.length).toBeLessThanOrEqual(limit)
        expect(text.startsWith(cut)).toBe(true)
        expect(characters(text).slice(0, characters(cut).length).join('')).toBe(cut)
        expect(shortened(text, limit + 1).length).toBeLessThanOrEqual(limit + 1)
      }),
    )
  })

  it('[HT3] is made at once in a text without end, and of what is no character', () => {
    expect(beginningOf('x'.repeat(1_000_000), 10)).toBe('xxxxxxxxxx')
    expect(beginningOf(`a${'\u0301'.repeat(100_000)}`, 500).length).toBeLessThanOrEqual(500)
    expect(beginningOf('half \ud83d', 100)).toBe('half \ufffd')
    expect(firstCharacter(`${family} in need`)).toBe(family)
    expect(firstCharacter('')).toBe('')
  })

  it('[HT3] holds for a channel’s topic, a vendor’s words and a title that is too long', () => {
    const { incident } = recordOf([declared({ title: family.repeat(20), impact: '' })])
    for (const topic of [topicOf(incident), topicText(`&${family.repeat(40)}`), plainLine(family.repeat(40), 100)]) {
      const whole = characters(topic.replace(/…$/, ''))
      expect(whole.filter(one => /\p{Extended_Pictographic}/u.test(one) && one !== family)).toEqual([])
    }
  })
})
