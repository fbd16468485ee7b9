/** What groups of alerts are about, and why their alerts stand together. */

export const groupTexts = {
  titles: {
    subject: '{subject}: {causes}',
    inServices: '{cause} in {services} services',
    began: 'Alerts that began at {time} UTC',
    noBegin: 'Alerts that do not say when they began',
    more: { other: '{names} and {count} more' },
  },
  reasons: {
    alone: 'It stands alone: nothing else is like it.',
    service: { one: 'Same service: {count} alert of {service}.', other: 'Same service: {count} alerts of {service}.' },
    dependency: {
      one: 'Downstream: {count} alert of {users}, which need {service}; it alerts too.',
      other: 'Downstream: {count} alerts of {users}, which need {service}; it alerts too.',
    },
    burst: {
      one: 'Same cause, same minute: {count} alert of {cause}, which began in several services at once.',
      other: 'Same cause, same minute: {count} alerts of {cause}, which began in several services at once.',
    },
    cause: {
      one: 'Same cause: {count} alert of {cause} that names no service.',
      other: 'Same cause: {count} alerts of {cause} that name no service.',
    },
    minute: {
      one: 'Same minute: {count} alert of one source that names neither service nor cause.',
      other: 'Same minute: {count} alerts of one source that name neither service nor cause.',
    },
    source: {
      one: 'Same source: {count} alert that names neither service nor cause, nor when it began.',
      other: 'Same source: {count} alerts that name neither service nor cause, nor when they began.',
    },
    twice: { other: '{count} open alerts tell of {things} things: what came twice is counted once.' },
  },
} as const
