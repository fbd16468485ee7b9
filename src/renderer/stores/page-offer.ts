import { fromJson, isRecord, isText } from '../../shared/lib/read-json'

/** A person whom another part of the page proposes to page. */
export interface PageOffer {
  /** Whom, in the method's words, such as “Specialist”. */
  readonly who: string
  /** Why: the way to it. */
  readonly why: string
}

/** As the detail of the command `page-create`, which opens its form with it. */
export function pageOffer(offer: PageOffer): string {
  return JSON.stringify(offer)
}

/** Null: the form begins with the incident alone. The detail may be another command's, asked for since. */
export function readPageOffer(about: string): PageOffer | null {
  const offer = fromJson(about)
  return isRecord(offer) && isText(offer.who) && isText(offer.why) ? { who: offer.who, why: offer.why } : null
}
