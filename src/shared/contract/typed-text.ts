/**
 * Characters of a half-typed text that are stored: far more than any field takes, so that a paste that is too long is
 * still there to be shortened, and less than one frame of the line even if each takes three bytes.
 */
export const TYPED_LIMIT = 200_000
