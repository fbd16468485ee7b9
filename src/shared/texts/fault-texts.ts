import { texts } from './texts'

/** A part of the page of its own, which comes after the first paint. */
export const laterFaultTexts = texts.faults
