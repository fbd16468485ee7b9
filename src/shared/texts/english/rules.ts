/** The rules that watch for trouble, and those of them that cannot see. */

export const ruleTexts = {
  title: 'Alert rules',
  none: 'Alert rules of Grafana and Prometheus appear here, failing ones first.',
  connect: 'Connect one with {key}',
  find: 'Find a rule',
  findHint: 'Name, folder or error',
  noneFound: 'No rule matches.',
  of: 'Rules of {name}',
  count: { one: '{count} rule', other: '{count} rules' },
  /** Of more rules than are shown. */
  first: { one: 'the first {shown} of {count} rule', other: 'the first {shown} of {count} rules' },
  withBlind: { other: '{rules}, {count} failing (no data or errors)' },
} as const
