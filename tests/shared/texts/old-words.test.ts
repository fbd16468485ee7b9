import { expect, it } from 'vitest'
import * as english from '../../../src/shared/texts/english'

/** Words that the screen does not use, and what it says instead. */
const oldWords: readonly (readonly [old: RegExp, instead: string])[] = [
  [/\bwhoever\b|\bwhat is to be\b|\bshall\b/i, 'the person or the thing, by its name'],
  [/\b(stands?|stood|standing)\b/i, 'is, appears'],
  [/\b(told|tells?)\b/i, 'published, sent, shown'],
  [/\blets? in\b/i, 'show, sign in'],
  [/\b(go|goes|went) on\b/i, 'continue'],
  [/\bheld back\b/i, 'needs your decision'],
  [/\bset back\b/i, 'restore'],
  [/\bcall(ed|s)? (it |an update )?back\b/i, 'cancel'],
  [/\bhand(ed|s)? on\b/i, 'reassign'],
  [/\b(gives?|gave) up\b/i, 'stop retrying'],
  [/\breword|\bwordings?\b/i, 'edit, version'],
  [/\bnois[ey]\b/i, 'suppressed, suppression rule'],
  [/\b(hide|hides|hid|hidden)\b/i, 'suppress'],
  [/\bloud(est|er|ness)?\b/i, 'urgent, volume'],
  [/\b(the|a|this|that|an open|open|no|new) pages?\b/i, 'PagerDuty incident, status page'],
  [/\bon (its|their) way\b/i, 'sending, loading'],
  [/\bcannot see\b/i, 'failing'],
  [/\bsays no\b/i, 'rejected the request'],
  [/\bnot read yet\b|\bread \{(span|age)\}/i, 'polled'],
  [/\blook(s|ed|ing)? at\b/i, 'check'],
  [/\b(this|another|which) screen\b/i, 'browser, window'],
  [/\bthe wall\b|\ba wall\b|^wall\b/i, 'wallboard'],
  [/\bnobody outside\b/i, 'no customer'],
  [/\b(anew|aloud|way round|mend|mends|mended|half typed)\b/i, 'again, workaround, fix, draft'],
  [/\bbeg(in|ins|an|un|inning)\b/i, 'start'],
  [/\bkept\b/i, 'saved, stored'],
  [/\bacts?\b/i, 'request, change'],
  [/\b(somebody|everybody)\b/i, 'someone, everyone'],
  [/\bnot known\b/i, 'unknown'],
]

/** Why the notes of a panel keep their words. */
const inTheId = 'the id of a pinned panel is made of it: reworded, a panel that is pinned would be offered again'

/** Texts in which an old word is the right one. */
const exempt: Readonly<Record<string, string>> = {
  'columns.keys.show': 'a column of a table is shown or hidden',
  'faults.note-figure': inTheId,
  'faults.note-rule-hides': inTheId,
  'faults.note-rule-unit': inTheId,
  'faults.note-unit': inTheId,
  'look.wallWords': 'people find the setting by this word',
  'sounds.noticesAbout': 'a browser calls a window hidden',
  'sounds.noticesWords': 'people find the setting by this word',
  'sounds.soundAbout': 'a sound gets louder',
  'sounds.soundWords': 'people find the setting by this word',
  'sounds.volumeWords': 'people find the setting by this word',
  'sounds.volumes.loud': 'a volume',
  'ways.noise.other': 'people find the rules by these words',
}

function textsIn(value: unknown, name = ''): readonly (readonly [name: string, text: string])[] {
  if (typeof value === 'string') return [[name, value]]
  return Object.entries(value as object).flatMap(([key, inner]) => textsIn(inner, name === '' ? key : `${name}.${key}`))
}

/** What a text says instead of its old words. The names of its holes are code, not text. */
function instead(text: string): readonly string[] {
  const said = text.replace(/\{(?!span\}|age\})\w+\}/g, '…')
  return oldWords.flatMap(([old, word]) => (old.test(said) ? [word] : []))
}

function oldWordsIn(catalogue: object): readonly string[] {
  return textsIn(catalogue)
    .filter(([name]) => !(name in exempt))
    .flatMap(([name, text]) => instead(text).map(word => `${name}: “${text}” (better: ${word})`))
}

it('the catalogue has no old words', () => {
  expect(oldWordsIn(english)).toEqual([])
})

it('an old word is found in any form of a text', () => {
  const planted = {
    comms: { none: 'No customer updates yet', left: { one: 'Whoever reads {act}', other: '{act} more' } },
  }
  expect(oldWordsIn(planted)).toEqual([
    'comms.left.one: “Whoever reads {act}” (better: the person or the thing, by its name)',
  ])
})

it('each exemption is of a text that needs it', () => {
  const texts = new Map(textsIn(english))
  expect(Object.keys(exempt).filter(name => instead(texts.get(name) ?? '').length === 0)).toEqual([])
})
