import { fromJson, isRecord, isText } from '../../shared/lib/read-json'

/** A task that another part of the page proposes for the strategy board. */
export interface BoardOffer {
  readonly text: string
  /** [MM3] The measure of the mitigation menu that it carries out. */
  readonly measure?: string | undefined
}

/** As the detail of the command `board-add`, which opens the board's form with it. */
export function boardOffer(offer: BoardOffer): string {
  return JSON.stringify(offer)
}

/** Null: the form starts empty. The detail may belong to another command requested since. */
export function readBoardOffer(about: string): BoardOffer | null {
  const offer = fromJson(about)
  return isRecord(offer) && isText(offer.text)
    ? { text: offer.text, measure: isText(offer.measure) ? offer.measure : undefined }
    : null
}
