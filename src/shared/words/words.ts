import { english, type Words } from './english'

/** The catalogue of the language that the screen speaks. There is one so far. */
export const words: Words = english
