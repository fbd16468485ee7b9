/** What a commander says first, above the panes once an incident is declared. */

export const firstWordsTexts = {
  name: 'Say first',
  about: 'For the room to hear. The commander’s card lists it as well.',
  quoted: '“{text}”',
  dismiss: 'Dismiss {key}',
} as const
