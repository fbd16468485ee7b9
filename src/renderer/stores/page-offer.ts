import { fromJson, isRecord, isText } from '../../shared/lib/read-json'

/** A person whom another part of the page proposes to page. */
export interface PageOffer {
  /** Whom to page, in the method's words, such as “Specialist”. */
  readonly who: string
  /** Why: the path that led to it. */
  readonly why: string
}

/** As the detail of the command `page-create`, which opens its form with it. */
export function pageOffer(offer: PageOffer): string {
  return JSON.stringify(offer)
}

/** Null: the form starts with the incident alone. The detail may belong to another command requested since. */
export function readPageOffer(about: string): PageOffer | null {
  const offer = fromJson(about)
  return isRecord(offer) && isText(offer.who) && isText(offer.why) ? { who: offer.who, why: offer.why } : null
}
