import type { Millis } from '../lib/time'
import type { LinkId } from './ids'

/** What a link of an incident leads to. */
export const linkKinds = ['ticket', 'bridge', 'war-room', 'dashboard', 'runbook', 'other'] as const
export type LinkKind = (typeof linkKinds)[number]

export interface IncidentLink {
  readonly id: LinkId
  readonly kind: LinkKind
  readonly label: string
  /** [IL1] As `linkAddress` answers it. */
  readonly url: string
}

export const MOST_LINKS = 50
export const MOST_SERVICES = 50
export const LONGEST_ADDRESS = 2_000
export const LONGEST_LABEL = 200
export const LONGEST_NAME = 500

/** How an incident was noticed: the ways that a review compares. */
export const detectionKinds = [
  'alert',
  'synthetic-check',
  'business-metric',
  'slo',
  'customer',
  'ticket',
  'social-media',
  'partner',
  'person',
] as const
export type DetectionKind = (typeof detectionKinds)[number]

export interface Detection {
  readonly how: DetectionKind
  /** Of the alert, the customer, the check; may be empty. */
  readonly name: string
  /** null: not stated when. */
  readonly at: Millis | null
}

const phone = /^\+?\d{3,20}(?:[,;]{1,3}(?:[\d*]|%23){1,20}){0,3}$/
const mail = /^[\w.!#$%&'*+/=^`{|}~-]{1,64}@[a-z\d](?:[a-z\d.-]{0,250}[a-z\d])?$/i

/**
 * [IL1] The address to open from what a person typed or pasted: `https:` without a name or password in it, `tel:` with
 * a number and what is dialled after it, `mailto:` one person. Without a scheme a number becomes `tel:`, a person's
 * address `mailto:`, and anything else with a dot or a path is a web page.
 * @returns undefined if it is none of these: every other scheme starts a program of its own
 */
export function linkAddress(typed: string): string | undefined {
  const text = typed.trim()
  if (text === '' || text.length > LONGEST_ADDRESS) return undefined
  const [, scheme = '', rest = text] = /^(https?|tel|mailto):(.*)$/is.exec(text) ?? []
  switch (scheme.toLowerCase()) {
    case 'tel':
      return telephone(rest)
    case 'mailto':
      return mail.test(rest) ? `mailto:${rest}` : undefined
    case 'https':
      return webPage(text)
    case 'http':
      return undefined
    default:
      if (/^[a-z][a-z\d+.-]*:(?!\d+(?:\/|$))/i.test(text)) return undefined
      return telephone(text) ?? (mail.test(text) ? `mailto:${text}` : webPage(`https://${text}`))
  }
}

function telephone(text: string): string | undefined {
  const number = text.replace(/[\s().\u2010-\u2015-]/g, '').replace(/#/g, '%23')
  return phone.test(number) ? `tel:${number}` : undefined
}

function webPage(text: string): string | undefined {
  const url = /[\s\\]/.test(text) ? null : URL.parse(text)
  if (url === null || url.protocol !== 'https:' || url.username !== '' || url.password !== '') return undefined
  return /[.:]/.test(url.hostname) && url.href.length <= LONGEST_ADDRESS ? url.href : undefined
}
