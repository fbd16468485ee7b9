/** Decision trees and the mitigation menu: the method's tools on the screen. Their content is the method's own. */
export const treeTexts = {
  title: 'Decision trees',
  noIncident: 'No incident open',
  choose: 'Press the digit of a tree.',
  reading: 'Reading the method …',
  list: 'Decision trees',
  path: 'Path so far',
  facts: 'What is known of it',
  noFacts: 'Nothing is known of it here.',
  suggests: 'speaks for yes',
  answers: { yes: '{key} Yes', no: '{key} No', unknown: '{key} Unknown' },
  said: { yes: 'yes', no: 'no', unknown: 'unknown' },
  shortcuts: 'Or at once:',
  shortcut: '{key} {text}',
  back: '{key} back',
  result: 'Result',
  next: {
    task: 'Then: a task, “{text}”',
    page: 'Then: page someone, “{text}”',
    update: 'Then: an update, “{text}”',
    tree: 'Then: the tree “{text}”',
    none: 'Nothing else follows from it.',
  },
  after: 'after {count} min',
  record: {
    task: '{key} Record, and fill in the task',
    page: '{key} Record, and page',
    update: '{key} Record, and draft the update',
    tree: '{key} Record, and continue with that tree',
    none: '{key} Record',
  },
  only: '{key} Record only',
} as const

/** Beside a question, and kept in the record with its answer. */
export const liveFactTexts = {
  deployOf: '{services}: {title}',
  deployBefore: 'deployed {span} before the start: {what}',
  deployAfter: 'deployed {span} after the start: {what}',
  alerts: { one: '1 alert: {names}', other: '{count} alerts: {names}' },
  metric: '{title} {value}, {level}',
  pageAcknowledged: 'acknowledged at PagerDuty: {title}',
  pageOpen: 'not acknowledged at PagerDuty: {title}',
  tasks: { one: '1 running task: {names}', other: '{count} running tasks: {names}' },
  task: '{who}: {what}',
  attempts: { one: 'tried: {names}', other: '{count} tried: {names}' },
  attempt: '{what} = {result}',
} as const

export const mitigationTexts = {
  title: 'Mitigation menu',
  filter: 'Filter',
  filterHint: 'Type to filter',
  by: 'Order',
  views: { speed: 'By speed', cause: 'By cause' },
  suggested: 'suggested: {why}',
  noneFits: 'No measure has these words.',
  acts: { task: '{key} Task', attempt: '{key} Tried' },
  actsOf: { task: 'Task: {text}', attempt: 'Tried: {text}' },
  tasks: { open: 'task running', done: 'task done', dropped: 'task dropped' },
  tasksFor: { open: '{who}: task running', done: '{who}: task done', dropped: '{who}: task dropped' },
  results: {
    pending: 'tried, result pending',
    worked: 'tried: it worked',
    'no-change': 'tried: no change',
    worse: 'tried: it got worse',
  },
} as const
