/** What a pinned panel may show of an incident. */

export const factNameTexts = {
  errors: 'Error rate',
  users: 'Users affected',
  p95: 'p95 latency',
  revenue: 'Revenue lost per hour',
  latency: 'Other latency',
  resources: 'Resource in use',
  business: 'Business figure',
} as const
