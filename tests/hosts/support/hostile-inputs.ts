/** Inputs that no screen of ours would send, as JSON texts: both hosts carry what they hold. */
export const hostileInputs: Readonly<Record<string, string>> = {
  null: 'null',
  'a number': '7',
  'a text': '"x"',
  true: 'true',
  'an empty list': '[]',
  'an empty object': '{}',
  'a list of lists': JSON.stringify(Array.from({ length: 1_000 }, () => [[[]]])),
  'a prototype as a key': '{"__proto__": {"incident": "i", "text": "x", "polluted": true}}',
  'a constructor as a key': '{"constructor": {"prototype": {"polluted": true}}}',
  'the wrong types': '{"incident": 1, "entry": {}, "kind": [], "text": null, "occurredAt": "now", "pinned": "yes"}',
  'an id with a path': fields({ incident: '../../etc/passwd' }),
  'an empty id': fields({ incident: '' }),
  'a huge id': fields({ incident: 'x'.repeat(100_000) }),
  'a huge text': fields({ text: 'x'.repeat(900_000) }),
  'an empty text': fields({ text: '   ' }),
  'a kind of the prototype': fields({ kind: 'toString' }),
  'a text that is an object': fields({ text: { toString: 'x' } }),
  'a negative instant': fields({ occurredAt: -1 }),
  'an instant beyond all time': fields({ occurredAt: 1e300 }),
  'a list for an id': fields({ incident: ['i'] }),
  'a deep nest': `${'{"incident":'.repeat(500)}1${'}'.repeat(500)}`,
}

function fields(change: object): string {
  const good = { incident: 'i', entry: 'e', kind: 'note', text: 'x', occurredAt: null, pinned: false }
  return JSON.stringify({ ...good, ...change })
}
