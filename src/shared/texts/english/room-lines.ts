/** Lines of the war room: apart from its dialog's texts, because the page starts with the lines of events. */

export const roomLineTexts = {
  planned: 'War room: {steps}',
  post: 'first message',
  pins: { one: 'a pinned link', other: '{count} pinned links' },
  invites: 'invitations to {people}',
  publicLine: 'a line in {channel}',
  declined: 'War room: left as it is',
  mirror: 'War room and timeline repeat: {what}',
  mirrors: {
    all: 'everything',
    decisions: 'pinned lines and decisions',
    none: 'nothing',
    team: 'what the team’s setting says',
  },
} as const
