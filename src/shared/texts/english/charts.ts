/** The charts, for the eye and for who cannot see the drawing. */

export const chartTexts = {
  levels: { ok: 'ok', warning: 'warning', critical: 'critical' },
  above: 'above {value}',
  below: 'below {value}',
  /** Reached, and not passed. */
  at: 'at {value}',
  trends: { better: 'better', same: 'same', worse: 'worse', higher: 'higher', lower: 'lower' },
  summary: '{title}, line chart',
  summaryStale: '{title}, line chart, not current',
  noData: 'no data',
  line: '{line} {value} at {time}',
  lineEnded: '{line} ended with {value} at {time}',
  lineWithout: '{line} has no value',
  threshold: '{level} at {value}',
  mark: '{label}: {text} at {time}',
  /** Of marks in one minute. */
  oneOfMinute: '{time} {letter}',
  noValue: 'no value',
  before: 'then {value}',
  more: { other: 'and {count} more' },
  notLoaded: 'The chart could not be loaded: {problem}',
} as const
