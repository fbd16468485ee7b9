import { type ClockTime, instantsOf } from './clock-times'
import type { Remark } from './lint-finding'
import { hitsIn, type LintSubject, missing, sentenceLength } from './lint-rule'

const number =
  '(?:\\d+|an?|one|two|three|four|five|six|ten|fifteen|twenty|thirty|forty|forty-five|sixty|half an|a few|several)'
const span = `${number}(?: more)?[ -](?:minutes?|hours?|mins?|hrs?|days?)`
const within = new RegExp(
  `\\b(?:in|within|every|by|after|at least every)(?: the)?(?: next)?(?: about| around)? ${span}\\b|\\bhourly\\b`,
  'i',
)

/** [LN8] Customers are told when the next update comes, and it is still to come. [LN9] */
export function nextUpdateRemarks(subject: LintSubject): readonly Remark[] {
  const { update, text } = subject
  if (update.stage === 'resolution') return []
  const promises = promisedSentences(subject)
  const timed = promises.filter(({ times, span }) => times.length > 0 || span)
  if (timed.length === 0)
    return [
      ...(update.nextUpdate.asked ? [missing('no-next-update', text)] : []),
      ...(hasPassed(update) ? [missing('past-next-update', text)] : []),
    ]
  if (timed.some(({ span }) => span)) return []
  const clocks = timed.flatMap(({ times }) => times)
  const [first] = clocks
  // One that is to come is enough: the text may speak of the one that was missed, too.
  return first !== undefined && clocks.every(clock => hasGone(clock, subject))
    ? [
        {
          rule: 'past-next-update',
          from: first.from,
          to: first.to,
          values: { words: text.all.slice(first.from, first.to) },
        },
      ]
    : []
}

function hasGone(clock: ClockTime, { text, update }: LintSubject): boolean {
  // The day of another sentence is that of something else.
  const { from = 0, to = text.plain.length } = text.sentences[clock.sentence] ?? {}
  const beside = text.plain.slice(Math.max(from, clock.from - DAY_NEAR), Math.min(to, clock.to + DAY_NEAR))
  return instantsOf(clock, beside, update)?.every(instant => instant <= update.now) === true
}

/** How far from a clock its day is written. */
const DAY_NEAR = 40

function hasPassed({ nextUpdate, now }: LintSubject['update']): boolean {
  return nextUpdate.at !== null && nextUpdate.at <= now
}

/** Sentences that promise a next update, with the times that they or the line below them name. */
function promisedSentences({ text, clocksIn, words, hits }: LintSubject) {
  const promising = [...new Set(hits(words.promises.updates).map(({ sentence }) => sentence))]
  return promising.map(at => {
    const [own, next] = [at, at + 1].map(sentence => {
      const { from, to } = text.sentences[sentence] ?? { from: 0, to: 0 }
      return {
        ...{ times: clocksIn(sentence).filter(clock => !isBegin(clock, text)), beside: text.plain.slice(from, to) },
        day: hitsIn(sentence, hits(words.promises.times)).length > 0,
      }
    })
    const isHeading = sentenceLength(text, at) <= 4
    const said = own && (!isHeading || own.times.length > 0 || own.day || within.test(own.beside)) ? own : next
    return {
      times: said?.times ?? [],
      span: said !== undefined && said.times.length === 0 && (within.test(said.beside) || (said === own && said.day)),
    }
  })
}

/** “Since 15:40”, “between 15:40 and 16:10”: what has begun then is no update that comes. */
const isBegin = ({ from }: ClockTime, { plain }: LintSubject['text']) =>
  /\b(?:since|from|between)(?: about| around)? $/i.test(plain.slice(Math.max(0, from - 20), from))

const ahead = new RegExp(
  `\\b(?:in|within|by|another|about|under|less than|next|takes?|lasts?|needs?)(?: the)?(?: next)?(?: about| around)? ${span}\\b|\\b${span}\\b(?= (?:from now|until|to (?:go|fix|repair|restore|complete)))`,
  'gi',
)

/** [LN10] A time at which it is repaired: customers hold us to it. */
export function repairTimeRemarks({ text, clocksIn, words, hits }: LintSubject): readonly Remark[] {
  const { updates, futures, repairs, times, soon, notSoon } = words.promises
  return text.sentences.flatMap((sentence, at): readonly Remark[] => {
    const [future] = hitsIn(at, hits(futures))
    const [repair] = hitsIn(at, hits(repairs))
    if (future === undefined || repair === undefined) return []
    const update = hitsIn(at, hits(updates))[0]
    const begin = Math.min(future.from, repair.from)
    const named = [
      ...clocksIn(at),
      ...hitsIn(at, hits(times)),
      ...hitsIn(at, hits(soon)).filter(one => !hitsIn(at, hits(notSoon)).some(({ to }) => to === one.to)),
      ...[...text.plain.slice(sentence.from, sentence.to).matchAll(ahead)].map(({ 0: found, index }) => ({
        ...{ from: sentence.from + index, to: sentence.from + index + found.length },
      })),
    ].find(({ from }) => (update === undefined || from < update.from) && from >= begin - 40)
    return named === undefined
      ? []
      : [
          {
            rule: 'repair-time',
            from: named.from,
            to: named.to,
            values: { words: text.all.slice(named.from, named.to) },
          },
        ]
  })
}

/** [LN14] What places something in time for those alone who read it at once. [LN15] A clock without a zone. */
export function timeRemarks({ text, clocks, clocksIn, words, hits }: LintSubject): readonly Remark[] {
  const promising = new Set(hits(words.promises.updates).map(({ sentence }) => sentence))
  const excused = hits(words.notRelative)
  const relative = hits(words.relative).filter(
    ({ sentence, from, to }) =>
      !clocksIn(sentence).some(clock => isBeside(clock, { from, to })) &&
      !hitsIn(sentence, excused).some(one => one.from < to && one.to > from),
  )
  const promised = text.sentences.flatMap(({ from, to }, at) => {
    if (!promising.has(at) || clocksIn(at).length > 0) return []
    const found = within.exec(text.plain.slice(from, to))
    return found === null || /every|hourly/i.test(found[0])
      ? []
      : [{ from: from + found.index, to: from + found.index + found[0].length }]
  })
  const say =
    (rule: 'relative-time' | 'no-zone') =>
    ({ from, to }: { from: number; to: number }) => ({
      ...{ rule, from, to },
      values: { words: text.all.slice(from, to) },
    })
  return [
    ...[...relative, ...promised].map(say('relative-time')),
    ...clocks.filter(({ zone, word }) => zone === undefined && !word).map(say('no-zone')),
  ]
}

/** Near enough to be the time that is meant: “this morning, at 10:25 a.m. PDT”. */
const BESIDE = 30

function isBeside(clock: Place, place: Place): boolean {
  return clock.from - place.to <= BESIDE && place.from - clock.to <= BESIDE
}

interface Place {
  readonly from: number
  readonly to: number
}
