import { createContext } from 'react'

/** What a form does with what was entered; under way until the promise settles. */
export type Sending = () => Promise<void> | void

/**
 * Of the form around: what is sent while something is under way is not heard, so that a digit that chooses and sends,
 * and an Enter right behind it, are one wish. Outside of a form everything is sent.
 */
export const SendOnce = createContext<(act: Sending) => void>(act => void act())
