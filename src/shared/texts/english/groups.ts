/** What groups of alerts are about, and why their alerts are together. */

export const groupTexts = {
  titles: {
    subject: '{subject}: {causes}',
    inServices: '{cause} in {services} services',
    began: 'Alerts that started at {time} UTC',
    noBegin: 'Alerts without a start time',
    more: { other: '{names} and {count} more' },
  },
  reasons: {
    alone: 'Single alert: no other alert is related.',
    service: { one: 'Same service: {count} alert of {service}.', other: 'Same service: {count} alerts of {service}.' },
    dependency: {
      one: 'Downstream: {count} alert of {users}, which depend on {service}; it is alerting too.',
      other: 'Downstream: {count} alerts of {users}, which depend on {service}; it is alerting too.',
    },
    burst: {
      one: 'Same cause, same minute: {count} alert of {cause}, which started in several services at once.',
      other: 'Same cause, same minute: {count} alerts of {cause}, which started in several services at once.',
    },
    cause: {
      one: 'Same cause: {count} alert of {cause} without a service.',
      other: 'Same cause: {count} alerts of {cause} without a service.',
    },
    minute: {
      one: 'Same minute: {count} alert of one source without service or cause.',
      other: 'Same minute: {count} alerts of one source without service or cause.',
    },
    source: {
      one: 'Same source: {count} alert without service, cause or start time.',
      other: 'Same source: {count} alerts without service, cause or start time.',
    },
    twice: { other: '{count} open alerts report {things} problems: duplicates count once.' },
  },
} as const
