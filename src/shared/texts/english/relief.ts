/** Whether a commander of many hours hands over. */
export const reliefTexts = {
  title: 'Long in command',
  nobody: 'Nobody has command. {key} assigns it.',
  none: 'The method of this incident asks nobody to hand over command.',
  resolved: 'It is resolved, so nobody is asked to hand over command.',
  notYet: '{who} has had command for {span}, and is asked whether to hand over at {time}.',
  stays: '{who} stays in command, as {by} said {span} ago. It is called out again at {time}.',
  asked: '{who} has had command for {span}. Tired people miss things, and do not notice it.',
  insists: '{who} has had command for {span}: hand over now.',
  deputy: 'Deputy: {deputy}',
  noDeputy: 'No deputy is named yet: choose who takes over when you hand over.',
  how: 'What now',
  hand: 'Hand over',
  handTo: 'Hand over, for instance to {deputy}',
  handAbout: 'names the next commander, who reads it back and accepts',
  stay: '{who} stays',
  stayAbout: 'It is in the timeline, and called out again at {time}.',
} as const
