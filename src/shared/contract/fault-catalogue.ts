import { type Texts, texts } from '../texts/texts'

/** Until they are here a fault says its own message, which is the same in English. */
let loaded = {} as Texts['faults']

/** What the page words a fault with. */
export function faultCatalogue(): Pick<Texts, 'faults' | 'ui'> {
  return { faults: loaded, ui: texts.ui }
}

/** There are as many texts of faults as of all else on the first view, which needs none of them. */
export async function loadFaultTexts(): Promise<void> {
  const { laterFaultTexts } = await import('../texts/fault-texts')
  loaded = laterFaultTexts
}
