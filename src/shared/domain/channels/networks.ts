import type { ChannelKind, CountedText, Readers } from './channel-kind'

interface Network {
  readonly readers: Readers
  measure(text: string): CountedText
}

/** [PT1] Where texts are posted by hand: each with its limit, counted as it counts itself. */
const rows = {
  x: { readers: 'customers', measure: text => ({ count: weighted(text), most: 280 }) },
  mastodon: { readers: 'customers', measure: text => ({ count: graphemes(text.replace(addresses, LINK)), most: 500 }) },
  bluesky: { readers: 'customers', measure: blueskyMeasure },
  linkedin: { readers: 'customers', measure: text => ({ count: text.length, most: 3_000 }) },
  sms: { readers: 'colleagues', measure: smsMeasure },
  clipboard: { readers: 'colleagues', measure: text => ({ count: text.length, most: 25_000 }) },
} as const satisfies Readonly<Record<string, Network>>

export type NetworkName = keyof typeof rows
export const networks = Object.keys(rows) as readonly NetworkName[]

function isNetwork(name: string | undefined): name is NetworkName {
  return name !== undefined && Object.hasOwn(rows, name)
}

/** A channel to which a person copies the text. Its title is not posted. */
export function networkChannel(target: string | undefined): ChannelKind {
  const { readers, measure }: Network = rows[isNetwork(target) ? target : 'clipboard']
  return {
    readers,
    // More than any network takes of links: `measure` decides.
    limits: { title: 255, body: 25_000 },
    ...{ components: false, mail: false, preparedTexts: false, postmortem: false, rooms: false },
    byHand: true,
    measure,
    preview: ({ body }) => [{ part: 'body', text: body }],
  }
}

const addresses = /https?:\/\/[^\s]+/giu
/** For X a name with a dot is a link too. */
const links = /https?:\/\/[^\s]+|(?<![\w@.-])(?:[a-z0-9-]+\.)+[a-z]{2,24}(?:\/[^\s]*)?/giu
/** X and Mastodon count a link as one of their own, whatever its length. */
const LINK = 'x'.repeat(23)

/** A name with a dot that ends in no top-level domain is no link for X: it counts as it is where that is more. */
function asLink(found: string): string {
  return /^https?:/i.test(found) || found.length < LINK.length ? LINK : found
}

const segments = new Intl.Segmenter('en', { granularity: 'grapheme' })

function graphemes(text: string): number {
  let count = 0
  for (const _ of segments.segment(text)) count += 1
  return count
}

/** 300 characters as people see them, and 3,000 bytes, which emojis of many parts come to first. */
function blueskyMeasure(text: string): CountedText {
  const bytes = new TextEncoder().encode(text).length
  return bytes > 3_000 ? { count: bytes, most: 3_000 } : { count: graphemes(text), most: 300 }
}

/** As X weighs (twitter-text, configuration v3): Latin and its punctuation once, all else and each emoji twice. */
function weighted(text: string): number {
  let weight = 0
  for (const { segment } of segments.segment(text.normalize('NFC').replace(links, asLink))) {
    if (/\p{Extended_Pictographic}|\p{Regional_Indicator}|\u20e3/u.test(segment)) weight += 2
    else for (const letter of segment) weight += isLight(letter.codePointAt(0) ?? 0) ? 1 : 2
  }
  return weight
}

function isLight(code: number): boolean {
  return code <= 4_351 || within(code, 8_192, 8_205) || within(code, 8_208, 8_223) || within(code, 8_242, 8_247)
}

function within(code: number, from: number, to: number): boolean {
  return code >= from && code <= to
}

/** The alphabet of GSM 03.38; a text with any other letter is sent in UTF-16, of which fewer fit. */
const gsm = /^[@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&'()*+,\-./0-9:;<=>?¡A-ZÄÖÑÜ§¿a-zäöñüà^{}\\[~\]|€]*$/
/** They take two places. */
const gsmExtended = /[\^{}\\[~\]|€]/g

/** One message: what is longer is sent in parts, which may arrive one by one. */
function smsMeasure(text: string): CountedText {
  if (!gsm.test(text)) return { count: text.length, most: 70 }
  return { count: text.length + (text.match(gsmExtended)?.length ?? 0), most: 160 }
}
