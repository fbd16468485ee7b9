/** The rules that watch for trouble, and those of them that cannot see. */

export const rules = {
  title: 'Alert rules',
  none: 'What your Grafana and Prometheus watch for stands here, and which rules cannot see.',
  connect: 'Connect one with {key}',
  find: 'Find a rule',
  findHint: 'Name, folder or error',
  noneFound: 'None of them is called so.',
  of: 'Rules of {name}',
  count: { one: '{count} rule', other: '{count} rules' },
  /** Of more rules than are shown. */
  first: { one: 'the first {shown} of {count} rule', other: 'the first {shown} of {count} rules' },
  withBlind: { other: '{rules}, {count} cannot see' },
} as const
