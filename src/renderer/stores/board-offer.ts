import { fromJson, isRecord, isText } from '../../shared/lib/read-json'

/** A task that something else on the screen proposes for the strategy board. */
export interface BoardOffer {
  readonly text: string
  /** [MM3] The measure of the mitigation menu that it does. */
  readonly measure?: string | undefined
}

/** As the detail of the command `board-add`, which opens the board's form with it. */
export function boardOffer(offer: BoardOffer): string {
  return JSON.stringify(offer)
}

/** Null: the form begins empty. The detail may be another command's, asked for since. */
export function readBoardOffer(about: string): BoardOffer | null {
  const offer = fromJson(about)
  return isRecord(offer) && isText(offer.text)
    ? { text: offer.text, measure: isText(offer.measure) ? offer.measure : undefined }
    : null
}
