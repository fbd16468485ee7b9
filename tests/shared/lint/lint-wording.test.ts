import { describe, expect, it } from 'vitest'
import { lintUpdate } from '../../../src/shared/domain/lint/lint'
import type { LintedUpdate, LintRule, LintSettings } from '../../../src/shared/domain/lint/lint-finding'
import { subjectOf } from '../../../src/shared/domain/lint/lint-rule'
import { readLintText } from '../../../src/shared/domain/lint/lint-text'
import { readingGrade } from '../../../src/shared/domain/lint/reading-grade'
import { sameAsLastRemarks } from '../../../src/shared/domain/lint/sameness'
import { languageOf } from '../../../src/shared/domain/lint/text-language'
import { shippedLint } from '../../support/shipped-lint'

const { words } = shippedLint().current()
const base: LintedUpdate = {
  title: 'Card payments fail',
  body: '',
  stage: 'progress',
  incident: { resolved: false, identified: false, components: { 'Card payments': 'partial_outage' } },
  zone: 'UTC',
  now: Date.UTC(2026, 2, 4, 12),
  nextUpdate: { asked: true, at: null },
  previous: null,
}
const lint = (text: string, patch: Partial<LintedUpdate> = {}, settings?: LintSettings) =>
  lintUpdate({ ...base, body: `${text}\n\nNext update at 12:30 UTC.`, ...patch }, words, settings)
const has = (rule: LintRule, text: string, patch?: Partial<LintedUpdate>) =>
  lint(text, patch).findings.some(one => one.rule === rule)

describe('the wording', () => {
  it.each<[string, LintRule, string, string]>([
    ['[LN10]', 'repair-time', 'Transfers will be working again by 16:00 UTC.', 'Transfers work again since 11:00 UTC.'],
    ['[LN10]', 'repair-time', 'We expect full service before noon.', 'Exams due at 09:00 UTC may start later.'],
    ['[LN10]', 'repair-time', 'It should be fixed within two hours.', 'We took the change back within two hours.'],
    ['[LN10]', 'repair-time', 'You’ll have your rings back within the hour.', 'You have your rings back.'],
    ['[LN11]', 'blame', 'Our supplier once again failed to do its job.', 'You can add photos to fault reports.'],
    ['[LN11]', 'blame', 'A junior engineer deleted a table.', 'The team responsible for the form is testing it.'],
    ['[LN11]', 'blame', 'Administrators ignored three reminders.', 'Administrators can upload a new one.'],
    ['[LN12]', 'guess', 'It is probably a security update that broke it.', 'An order may look unpaid in your shop.'],
    ['[LN12]', 'guess', 'This seems to be related to the new tills.', 'We do not know the cause yet.'],
    ['[LN13]', 'jargon', 'Pods of the sidecar are OOM-killed.', 'Programs show “Too many pods”.'],
    ['[LN14]', 'relative-time', 'It began about an hour ago.', 'Mail arrives an hour late.'],
    ['[LN14]', 'relative-time', 'It worked again after a time.', 'Each signature gets a time stamp.'],
    ['[LN14]', 'relative-time', 'It broke this morning.', 'It broke this morning, at 10:25 UTC.'],
    ['[LN15]', 'no-zone', 'It began at 9:05 this morning.', 'It fails between 02:00 and 04:00 UTC.'],
    ['[LN15]', 'no-zone', 'It stops at 21:50.', 'All times are in UTC. It stops at 21:50.'],
    ['[LN15]', 'no-zone', 'Runs of 2:31 fail at 21:50.', 'The record of 1:42 and the run of 2:31:07 are kept.'],
    ['[LN15]', 'no-zone', '| Sent |\n| --- |\n| 4:11 PM |', '| Sent (MDT) |\n| --- |\n| 4:11 PM |\n| 5:40 PM |'],
    ['[LN17]', 'vague-users', 'Some users see no marks.', 'Some users see no marks: those who joined in 2019.'],
    ['[LN17]', 'vague-users', 'A subset of customers sees none.', 'Some customers see none, 3,800 people in all.'],
    ['[LN19]', 'exclamation', 'It works, and it stays that way!', 'Type `!trade`, or read “Oops!” on the page.'],
    ['[LN19]', 'exclamation', 'Hooray!', 'Players of Boom! see no match. All of them play Boom! We look.'],
    ['[LN20]', 'emoji', 'It is steady 🎉 now.', 'It shows :tada: and → and ©.'],
    ['[LN21]', 'empty-phrase', 'We apologise for any inconvenience.', 'We are sorry that 214 orders came late.'],
  ])('%s %s: %s', (_, rule, wrong, fine) => {
    expect([has(rule, wrong), has(rule, fine)]).toEqual([true, false])
  })

  it('[LN10] a promised time of repair is off, asked about or stops, as the team sets', () => {
    const level = (repairTime: LintSettings['repairTime']) =>
      lint('It will be fixed by 16:00 UTC.', {}, { repairTime }).findings.find(({ rule }) => rule === 'repair-time')
        ?.level
    expect([level('off'), level('warn'), level('block')]).toEqual([undefined, 'asks', 'blocks'])
  })

  it('[LN12] a cause that is identified is no guess', () => {
    const incident = { ...base.incident, identified: true }
    expect(has('guess', 'It is probably the update that broke it.', { incident })).toBe(false)
  })

  it('[LN13] words that the status page has are none of our trade', () => {
    const incident = { ...base.incident, components: { 'Redis databases': 'partial_outage' as const } }
    expect([has('jargon', 'Redis is slow.'), has('jargon', 'Redis is slow.', { incident })]).toEqual([true, false])
  })

  it('[LN16] a sentence of more than 30 words, a line of a list being one', () => {
    const long = (count: number) => `${Array.from({ length: count }, () => 'word').join(' ')}.`
    expect([has('long-sentence', long(30)), has('long-sentence', long(31))]).toEqual([false, true])
    expect(has('long-sentence', `- ${long(20)}\n- ${long(20)}`)).toBe(false)
    expect(has('long-sentence', `${long(18).slice(0, -1)} p.m. UTC and\nso on ${long(18)}`)).toBe(true)
  })

  it('[LN22] brings nothing new but the time of the next update', () => {
    const before = 'Bags cannot be tracked on 12 flights. We are checking the scanners.\n\nNext update at 12:00 UTC.'
    const same = (text: string) => has('same-as-last', text, { previous: before })
    expect(same('We are still checking the scanners. Bags cannot be tracked on 12 flights.')).toBe(true)
    expect(same('Bags cannot be tracked on 14 flights. We are checking the scanners.')).toBe(false)
    expect(same('Bags cannot be tracked on 12 flights from Oslo. We are checking the scanners.')).toBe(false)
    expect(has('same-as-last', 'Bags cannot be tracked.')).toBe(false)
    const update = { ...base, body: before, previous: before }
    expect(sameAsLastRemarks(subjectOf(update, readLintText(update.title, before), words))).toHaveLength(1)
  })
})

describe('other languages', () => {
  it.each([
    ['Card payments fail since 11:40 UTC. We are looking into it.', 'en'],
    ['Payment API: errors elevated.', 'en'],
    ['Kartenzahlungen sind seit 12:40 Uhr nicht möglich. Wir suchen die Ursache.', 'other'],
    ['Les paiements par carte échouent depuis 12h40. Nous cherchons la cause avec nos équipes.', 'other'],
    ['Los pagos con tarjeta fallan desde las 12:40 para una parte de los clientes.', 'other'],
    ['カード決済が失敗しています。原因を調査中です。', 'other'],
    ['Платежи картами не проходят. Мы ищем причину.', 'other'],
    ['', 'en'],
  ])('[LN23] are told by their letters and their frequent words: %s', (text, language) => {
    expect(languageOf(readLintText('', text))).toBe(language)
  })

  it('[LN23] get the rules that need no language, and the report says so', () => {
    const text =
      'Kartenzahlungen sind seit 12:40 nicht möglich! Wir suchen 10.0.0.7 die Ursache ⟦Wirkung⟧ 🎉 (OPS-1234).'
    const { language, findings, grade } = lint(text, { title: 'Kartenzahlungen', body: text })
    expect([language, grade]).toEqual(['other', null])
    expect(new Set(findings.map(({ rule }) => rule))).toEqual(
      new Set(['exclamation', 'internal-host', 'open-slot', 'emoji', 'ticket-id']),
    )
  })
})

describe('the reading grade', () => {
  const grade = (text: string) => readingGrade(readLintText('A title that does not count', text))

  it('[LN24] is the formula of 1967', () => {
    // 40 words of 4 letters in sentences of 10: 4.71 · 4 + 0.5 · 10 − 21.43 = 2.41
    expect(grade('Word word word word word word word word word word. '.repeat(4))).toBe(2.4)
  })

  it('[LN24] is no number for a short text, and never below 1', () => {
    expect(grade('Payments fail.')).toBeNull()
    expect(grade('I do so. '.repeat(20))).toBe(1)
  })
})
