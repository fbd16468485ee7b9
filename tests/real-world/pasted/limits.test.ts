import { describe, expect, it } from 'vitest'
import { connectionLimits } from '../../../src/shared/contract/connections'
import { LABEL_LIMIT, MATCHER_VALUE_LIMIT } from '../../../src/shared/contract/noise-input'
import { callInputs } from '../../../src/shared/contract/parsers'
import { MESSAGE_LIMIT } from '../../../src/shared/events/act-field'
import { BODY_LIMIT, LINE_LIMIT, NAME_LIMIT, TITLE_LIMIT } from '../../../src/shared/events/fields'
import { PRODUCT_LIMIT, SYMPTOM_LIMIT } from '../../../src/shared/events/update-facts-typed'
import { excessOf, textLength } from '../../../src/shared/lib/text-length'

const incident = 'inc-1'
const thing = { id: 'a', name: 'A' }
const act = (what: object) => ({ incident, act: 'act-1', what: { connection: 'c', ...what } })
const content = (part: object) => ({
  ...{ incident, update: 'u-1' },
  content: {
    ...{ stage: 'initial', channel: { vendor: 'slack', connection: 'c', target: 't', label: 'l' }, title: 'T' },
    ...{ body: 'B', status: 'investigating', components: {}, notify: false, nextUpdateAt: null, ...part },
  },
})
const hide = (part: object, matcher: object = {}) => ({
  ...{ rule: 'r-1', until: null, reason: 'R' },
  match: {
    group: 'g',
    service: null,
    title: null,
    labels: {},
    matchers: [{ label: 'l', sign: '=', value: 'v', ...matcher }],
  },
  ...part,
})
const connection = (part: object) => ({
  connection: { id: 'c', vendor: 'slack', name: 'N', baseUrl: 'https://slack.com', ...part },
  token: null,
})
const answer = { question: 'tried', asks: 'What did we try?' }

type Named = keyof typeof callInputs
/** What a field of a screen is read by, with a text of a length in it; and how long the field says it may be. */
const fields: readonly (readonly [string, number, Named, (text: string) => unknown])[] = [
  ['a title', TITLE_LIMIT, 'incident:rename', title => ({ incident, title })],
  ['an impact', LINE_LIMIT, 'incident:state-impact', impact => ({ incident, impact })],
  ['a first impact', LINE_LIMIT, 'incident:declare', impact => ({ incident, title: 'T', severity: 'SEV-2', impact })],
  ['a reason', LINE_LIMIT, 'incident:change-severity', reason => ({ incident, to: 'SEV-1', reason })],
  [
    'an answer',
    LINE_LIMIT,
    'checkpoint:hold',
    text => ({ incident, checkpoint: 'k', verdict: 'continue', answers: [{ ...answer, text }] }),
  ],
  ['a name', NAME_LIMIT, 'settings:change', me => ({ me })],
  ['why it is noise', LINE_LIMIT, 'alerts:hide', reason => hide({ reason })],
  ['a label', LABEL_LIMIT, 'alerts:hide', label => hide({}, { label })],
  ['a value of a label', MATCHER_VALUE_LIMIT, 'alerts:hide', value => hide({}, { value })],
  ['a post to Slack', MESSAGE_LIMIT, 'acts:ask', text => act({ kind: 'chat-post', channel: thing, text })],
  ['a note', MESSAGE_LIMIT, 'acts:ask', text => act({ kind: 'page-note', page: thing, text })],
  ['a resolution', MESSAGE_LIMIT, 'acts:ask', resolution => act({ kind: 'page-resolve', page: thing, resolution })],
  ['a status update', MESSAGE_LIMIT, 'acts:ask', message => act({ kind: 'page-status-update', page: thing, message })],
  [
    'a call for people',
    MESSAGE_LIMIT,
    'acts:ask',
    message => act({ kind: 'page-add-responders', page: thing, users: [thing], message }),
  ],
  [
    'a page',
    TITLE_LIMIT,
    'acts:ask',
    title => act({ kind: 'page-create', service: thing, title, urgency: 'high', details: '' }),
  ],
  [
    'details of a page',
    MESSAGE_LIMIT,
    'acts:ask',
    details => act({ kind: 'page-create', service: thing, title: 'T', urgency: 'high', details }),
  ],
  [
    'a postmortem',
    BODY_LIMIT,
    'acts:ask',
    body => act({ kind: 'postmortem-publish', publicIncident: thing, body, notify: false }),
  ],
  [
    'a maintenance',
    BODY_LIMIT,
    'acts:ask',
    body => act({ kind: 'maintenance-schedule', title: 'T', body, from: 1, until: 2, components: [], notify: false }),
  ],
  [
    'its title',
    TITLE_LIMIT,
    'acts:ask',
    title => act({ kind: 'maintenance-schedule', title, body: 'B', from: 1, until: 2, components: [], notify: false }),
  ],
  [
    'its end',
    BODY_LIMIT,
    'acts:ask',
    body => act({ kind: 'maintenance-move', maintenance: thing, to: 'completed', body, components: [], notify: false }),
  ],
  ['the title of an update', TITLE_LIMIT, 'comms:draft', title => content({ title })],
  ['an update', BODY_LIMIT, 'comms:draft', body => content({ body })],
  [
    'a field of a template',
    SYMPTOM_LIMIT,
    'comms:fill',
    text => ({ incident, template: 't', fields: { a: text }, nextUpdateAt: null }),
  ],
  ['a product', PRODUCT_LIMIT, 'comms:draft', service => ({ ...content({}), facts: { service } })],
  ['a connection', NAME_LIMIT, 'connections:save', name => connection({ name })],
  [
    'an address',
    connectionLimits.address,
    'connections:save',
    text => connection({ baseUrl: `https://a.example/${text.slice(18)}` }),
  ],
  [
    'a page of customers',
    connectionLimits.address,
    'connections:save',
    text => connection({ publicUrl: `https://a.example/${text.slice(18)}` }),
  ],
  ['a user', connectionLimits.from, 'connections:save', from => connection({ from })],
  ['an id of a page', connectionLimits.pageId, 'connections:save', pageId => connection({ pageId })],
  ['an id of a channel', connectionLimits.channel, 'connections:save', channel => connection({ channel })],
  ['an id of a room', connectionLimits.warRoom, 'connections:save', warRoom => connection({ warRoom })],
  ['a reaction', connectionLimits.reaction, 'connections:save', reaction => connection({ reaction })],
  ['a file', connectionLimits.caFile, 'connections:save', caFile => connection({ caFile })],
  ['a token', connectionLimits.token, 'connections:save', token => ({ ...connection({}), token })],
]

describe('[TX2] the most that a field says it takes is the most that the engine reads', () => {
  it.each(fields)('%s: %i', (_, most, call, input) => {
    expect(callInputs[call].safeParse(input('x'.repeat(most))).error).toBeUndefined()
    expect(callInputs[call].safeParse(input('x'.repeat(most + 1))).success).toBe(false)
  })

  it.each(['🙂', 'e\u0301', '👨‍👩‍👧‍👦', '\uD83D', '\uDE42\uD83D', '日'])(
    'in code points, as the field counts: %j',
    one => {
      const count = textLength(one.repeat(30))
      const fits = one.repeat(30) + 'x'.repeat(TITLE_LIMIT - count)
      expect(excessOf(fits, TITLE_LIMIT)).toBe(0)
      expect(excessOf(`${fits}x`, TITLE_LIMIT)).toBe(1)
      expect(callInputs['incident:rename'].safeParse({ incident, title: fits }).success).toBe(true)
      expect(callInputs['incident:rename'].safeParse({ incident, title: `${fits}x` }).success).toBe(false)
    },
  )
})
