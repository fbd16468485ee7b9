import { ageOf } from '../domain/freshness'
import { type NotedSource, type NotedStatus, type NotedValue, notedStatus } from '../domain/noted-source'
import { type Millis, SECOND } from '../lib/time'
import { t, tCount } from '../texts/t'
import type { Texts } from '../texts/texts'

/** How a time and a span are written here, in the caller's language. */
export interface NotedSourceFormat {
  readonly texts: Texts['handoff']['sources']
  readonly time: (at: Millis) => string
  readonly span: (span: Millis) => string
}

/** A source in words. */
export interface NotedSourceText {
  readonly name: string
  /** `last known, not reached since 13:58 UTC (22 min)`, with why. */
  readonly standing: string
  readonly as: NotedStatus['as']
  readonly values: readonly { readonly name: string; readonly value: string }[]
  /** What was left out; empty for nothing. */
  readonly more: string
}

/** [HC3] As of `now`: a document shows it as of when it was written, a client as of this moment. */
export function notedSourceText(source: NotedSource, now: Millis, writing: NotedSourceFormat): NotedSourceText {
  const { texts } = writing
  const { name, what, values, more } = source
  return {
    name: what === 'on-call' ? name : t(texts.name, { name, what: texts.kinds[what] }),
    standing: standingWords(source, now, writing),
    as: notedStatus(source, now).as,
    values: values.map(value => ({ name: value.name, value: notedValueText(value, source, now, writing) })),
    more: more === 0 ? '' : tCount(texts.more, more),
  }
}

function standingWords(source: NotedSource, now: Millis, { texts, time, span }: NotedSourceFormat): string {
  const { reason, what } = source
  const standing = notedStatus(source, now)
  const said = (text: string) => (reason === '' ? text : `${text}: ${reason}`)
  if (standing.as === 'never') return said(texts.never)
  // `0 s before` says nothing.
  if (standing.as === 'now')
    return said(standing.age < SECOND ? texts.readNow : t(texts.read, { span: span(standing.age) }))
  if (standing.age === null) return said(texts.lastKnownSometime)
  const text = what === 'on-call' && reason === '' ? texts.lastAsked : texts.lastKnown
  return said(t(text, { time: time(standing.since), span: span(standing.age) }))
}

/** Each value with its age: the ones next to it may be younger or older. */
export function notedValueText(
  { value, at, trouble }: NotedValue,
  { trueAt }: Pick<NotedSource, 'trueAt'>,
  now: Millis,
  { texts, time, span }: NotedSourceFormat,
): string {
  const instant = at ?? trueAt
  if (instant === null) return value
  const age = ageOf(instant, now)
  const aged =
    age === null ? t(texts.agedSometime, { value }) : t(texts.aged, { value, time: time(instant), span: span(age) })
  return trouble === undefined ? aged : `${aged}: ${trouble}`
}
