/** The language's BCP 47 tag. */
export const language = 'en-GB'
