import { openSlots } from '../slots'
import type { Remark } from './lint-finding'
import type { LintSubject } from './lint-rule'

/** Code of a template, and marks that writers leave for themselves; the latter may be meant and do not block for good. */
const templateCode = /\{\{[^{}\n]{0,200}\}\}|\{%[^%\n]{0,200}%\}/g
const fields =
  'service|product|feature|component|region|time|date|number|name|city|link|url|customers?|start|end|duration|cause|impact|status|next update|hh:mm|x{1,3}|n{1,3}'
const ownMarks = new RegExp(
  [
    `\\[(?:\\p{Lu}[\\p{Lu}\\p{N} _/'’-]{2,60}|(?:insert|add|name of|your|enter|fill in|time of|to be|tbd|tbc|todo|${fields})(?:[ :][^[\\]\\n]{0,60})?)\\](?!\\()`,
    `\\[\\p{Ll}[\\p{L}' -]{0,40} (?:${fields})\\](?!\\()`,
    '(?<!^\\s{0,8}[-*+] )\\[(?:X{1,3}|N{1,3}|\\s*\\.{3}\\s*|…|\\?+|_+)\\]',
    `<(?:\\p{Lu}[\\p{Lu}\\p{N} _-]{2,60}|(?:insert |enter |your )?(?:${fields}))>`,
    '\\$\\{[^{}\\n]{1,60}\\}|(?<![\\p{L}\\p{N}$\\\\{])\\{[a-z][a-z0-9_. ]{1,40}\\}(?!\\})|\\{[A-Z][A-Z0-9_ ]{1,40}\\}|%[A-Z][A-Z_]{2,40}%|%s(?![\\p{L}\\p{N}])',
    '(?<![\\p{L}\\p{N}])(?:TODO|TBD|TBC|FIXME|[Xx]{2}:[Xx]{2}|XXX*|HH:MM|hh:mm|[Ll]orem ipsum)(?![\\p{L}\\p{N}])',
    '(?<![\\p{L}_*])_{3,}(?![\\p{L}_])|\\?{3,}',
  ].join('|'),
  'gmu',
)

/** [LN2] Slots that a template left open. What is shown as code is what customers see. */
export function openSlotRemarks({ text }: LintSubject): readonly Remark[] {
  const remark = (found: RegExpMatchArray, from: number): Remark => ({
    ...{ rule: 'open-slot', from, to: from + found[0].length },
    values: { words: found[0] },
  })
  const slots = openSlots(text.all).flatMap(slot => {
    const from = text.all.indexOf(slot)
    return [{ rule: 'open-slot' as const, from, to: from + slot.length, values: { words: slot } }]
  })
  const code = [...text.plain.matchAll(templateCode)].map(found => remark(found, found.index))
  const own = [...text.plain.matchAll(ownMarks)].map(found => ({
    ...remark(found, found.index),
    level: 'blocks' as const,
  }))
  return [...slots, ...code, ...own]
}

/**
 * Forms that vendors gave to their keys so that they can be recognized, each with its beginning:
 * Amazon, GitHub, GitLab, Slack, Google, Stripe and those who copied it, SendGrid, npm, PyPI, Shopify, DigitalOcean, HashiCorp,
 * Square, Postman, Linear, Grafana, Docker, OpenAI, Anthropic, New Relic, PagerDuty, age, JSON Web Tokens, Twilio.
 */
const keys = new RegExp(
  [
    '(?:AKIA|ASIA|ABIA|ACCA)[A-Z2-7]{16}',
    'gh[pousr]_[A-Za-z0-9]{30,255}|github_pat_[A-Za-z0-9_]{40,255}',
    'gl(?:pat|ptt|dt|rt|cbt)-[A-Za-z0-9_-]{16,255}',
    'xox[abeprs]-[A-Za-z0-9-]{10,255}|xapp-\\d-[A-Za-z0-9-]{10,255}',
    'AIza[A-Za-z0-9_-]{35}|ya29\\.[A-Za-z0-9_-]{20,255}|GOCSPX-[A-Za-z0-9_-]{20,64}',
    '(?:[a-z]{2,12}_)(?:live|test|prod|secret)_[A-Za-z0-9]{16,255}|whsec_[A-Za-z0-9+/=]{20,255}',
    'SG\\.[A-Za-z0-9_-]{16,64}\\.[A-Za-z0-9_-]{16,64}',
    'npm_[A-Za-z0-9]{30,64}|pypi-[A-Za-z0-9_-]{40,255}|shp(?:at|ca|pa|ss)_[a-fA-F0-9]{32}|do[opr]_v1_[a-f0-9]{40,80}',
    'hv[sbr]\\.[A-Za-z0-9_-]{20,255}|sq0(?:atp|csp|idp)-[A-Za-z0-9_-]{20,64}|PMAK-[a-f0-9]{20,32}-[a-f0-9]{30,40}',
    'lin_(?:api|oauth)_[A-Za-z0-9]{30,64}|gl(?:sa|c)_[A-Za-z0-9_=]{30,255}|dckr_pat_[A-Za-z0-9_-]{20,64}',
    'sk-(?:ant-|proj-)?[A-Za-z0-9_-]{20,255}|NRAK-[A-Z0-9]{20,40}|AGE-SECRET-KEY-1[A-Z0-9]{40,70}',
    'eyJ[A-Za-z0-9_-]{8,2000}\\.eyJ[A-Za-z0-9_-]{8,4000}(?:\\.[A-Za-z0-9_-]{0,2000})?|(?:AC|SK)[a-f0-9]{32}',
  ].join('|'),
  'g',
)
const boundedKey = new RegExp(`(?<![A-Za-z0-9_])(?:${keys.source})`, 'g')
const privateKey = /-----BEGIN [A-Z ]{0,40}PRIVATE KEY-----|PuTTY-User-Key-File-\d/g
/** An address with a password in it, and what a vendor's incoming webhook or a signed link looks like. */
const addresses =
  /\b[a-z][a-z0-9+.-]{1,30}:\/\/[^\s/:@"'<>]{0,200}:[^\s/@"'<>]{1,200}@[^\s"'<>]{1,300}|https:\/\/hooks\.slack(?:-gov)?\.com\/[^\s"'<>]{8,300}|https:\/\/(?:\w+\.)?discord(?:app)?\.com\/api\/webhooks\/[^\s"'<>]{8,300}|https:\/\/[\w.-]+\.(?:webhook\.office\.com|logic\.azure\.com)[^\s"'<>]{8,500}|[?&](?:access_?token|api_?key|apikey|token|secret|password|passwd|sig|signature|x-amz-signature|client_secret)=[^\s"'<>&]{8,500}/gi
const bearer = /\b(?:Bearer|Basic)\s+(?=[A-Za-z0-9._~+/=-]{0,200}\d)[A-Za-z0-9._~+/=-]{16,2000}/g
/** What is a secret by its form alone, wherever it stands: keys of vendors, addresses with a password, bearer tokens. */
export const secretForms: readonly RegExp[] = [boundedKey, addresses, bearer]
const pieces = /[^\s"'`*“”„<>()[\]]{7,200}/g
/** How far behind its name a password or a key is looked for. */
const BEHIND_NAME = 120

/**
 * [LN3] Keys, tokens, passwords and private keys. The finding never says what it found: it is shown, logged and sent on.
 */
export function secretRemarks({ text, words, hits }: LintSubject): readonly Remark[] {
  const known = [...secretForms, privateKey].flatMap(pattern =>
    [...text.all.matchAll(pattern)].map(({ 0: found, index }) => [index, index + found.length] as const),
  )
  const ofTeam = words.secrets.prefixes.flatMap(prefix => placesOf(text.all, prefix))
  const named = hits(words.secrets.names).flatMap(({ from, to, sentence }) => {
    const ends = Math.min(to + BEHIND_NAME, text.sentences[sentence + 1]?.from ?? text.all.length)
    const behind = text.all.slice(to, ends)
    const ofPassword = /^pass|^pwd/i.test(text.all.slice(from, to))
    const near = /^[\s:="'`*(“„]{0,6}(?:(?:is|was)\s+["'`*“„]{0,3})?/.exec(behind)?.[0].length ?? 0
    return [...behind.matchAll(pieces)].flatMap(({ 0: piece, index }) => {
      const found = piece.replace(/[.,;:!?]+$/, '')
      return looksSecret(found, ofPassword && index <= near) ? [[to + index, to + index + found.length] as const] : []
    })
  })
  const places = [...known, ...ofTeam, ...named].sort(([a], [b]) => a - b)
  // One secret, one finding: a key in an address has both forms.
  const apart = places.filter(
    ([from], at) =>
      at === 0 ||
      from >=
        Math.max(
          ...places
            .slice(0, at)
            .slice(-8)
            .map(([, to]) => to),
        ),
  )
  return apart.map(([from, to]) => ({ rule: 'secret', from, to }))
}

function placesOf(all: string, prefix: string): readonly (readonly [number, number])[] {
  const found: (readonly [number, number])[] = []
  for (let at = all.indexOf(prefix); at >= 0; at = all.indexOf(prefix, at + prefix.length)) {
    const rest = /^[A-Za-z0-9_+/=-]{12,500}/.exec(all.slice(at + prefix.length, at + prefix.length + 500))?.[0]
    if (rest !== undefined && !/[A-Za-z0-9]/.test(all.slice(Math.max(0, at - 1), at)))
      found.push([at, at + prefix.length + rest.length])
  }
  return found
}

/**
 * A word, a number, an address, a host and a product's name are none: a secret has kinds of letters mixed.
 * @param weak directly behind the word “password”, where one of letters and digits will do
 */
const isoTime = /^\d{4}-\d\d-\d\dT[\d:.]+(?:Z|[+-]\d\d:?\d\d)?$/

function looksSecret(found: string, weak: boolean): boolean {
  if (/^(?:[a-z]+:\/\/|www\.|[A-Z]{1,10}-\d+$)|^[^@]+@[^@]+\.[a-z]+$|^[\d.,:/-]+[a-z%]{0,3}$/i.test(found)) return false
  if (isoTime.test(found)) return false
  const kinds = [/\d/, /[a-z]/, /[A-Z]/, /[^A-Za-z0-9.,'’/-]/].filter(kind => kind.test(found)).length
  if (!/\d/.test(found) || kinds < 2) return weak && kinds >= 3 && found.length >= 8
  if (weak) return !/^[\p{L}]+-\p{L}+$/u.test(found)
  return kinds >= 3 && found.length >= 8 && /[A-Za-z]\d+[^\d.,:/-]|\d[A-Za-z#$%&*+=_!]+\d/.test(found)
}
