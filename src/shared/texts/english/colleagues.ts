/** Other people at other screens who are at the same thing. */

export const colleagueTexts = {
  editing: { one: '{names} is editing this too.', other: '{names} are editing this too.' },
  changed: 'Changed at another screen while this was open. It now says: {now}',
  takeTheirs: 'Keep theirs',
  keepMine: 'Go on with mine',
  /** Beside the button that Enter would press. */
  decideFirst: 'Choose theirs or yours first',
  nothing: 'nothing',
} as const
