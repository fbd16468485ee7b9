/** Other people in other sessions who are editing the same thing. */

export const colleagueTexts = {
  editing: { one: '{names} is editing this too.', other: '{names} are editing this too.' },
  changed: 'Someone else changed this while you had it open. It now says: {now}',
  takeTheirs: 'Keep theirs',
  keepMine: 'Keep mine',
  /** Next to the button that Enter would press. */
  decideFirst: 'First answer what is asked above',
  nothing: 'nothing',
} as const
