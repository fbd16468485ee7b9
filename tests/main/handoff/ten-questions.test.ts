import { expect, it } from 'vitest'
import { drillAtTwenty } from '../../support/drill-at-twenty'

/**
 * What a person who takes over asks first, with the place of its answer on page one: the head, or a section by its
 * title, and the answer there.
 */
interface Question {
  readonly question: string
  readonly answers: readonly (readonly [place: string, says: RegExp])[]
}

const questions: readonly Question[] = [
  {
    question: 'what is broken',
    answers: [
      ['head', /SEV-1 payments-api: error rate above 5 %/],
      ['head', /card payments fail at checkout/],
    ],
  },
  { question: 'since when', answers: [['head', /Started:\*\* 12:01 UTC.*customers affected for 19 min/]] },
  {
    question: 'how bad, for whom, and where it goes',
    answers: [
      ['head', /Impact:\*\* Four in ten card payments fail at checkout in all countries/],
      ['head', /Share of users affected 40 %, stated 12:12 UTC, before that 30 %, stated 12:10 UTC/],
      ['head', /Measured:\*\* Error rate \d.*\d s old/],
    ],
  },
  {
    question: 'who commands, and who is next',
    answers: [
      ['head', /Commander:\*\* Ada Lovelace/],
      ['Who does what', /Incident commander \| Ada Lovelace \| since 12:03 UTC \| Mary Jackson/],
    ],
  },
  {
    question: 'what was tried, and with which result',
    answers: [
      ['Strategy and why', /Turn off the new checkout by flag: \*\*no change\*\*/],
      ['Strategy and why', /Flag off: errors stayed/],
    ],
  },
  {
    question: 'what is being tried, and why',
    answers: [
      ['Strategy and why', /Being tried:\*\* Roll back payments-api to 4\.1 \(Grace\)/],
      ['Strategy and why', /Decided: Roll back in all regions at once, because one by one takes 40 minutes/],
      [
        'Strategy and why',
        /Hypothesis: Release 4\.2 exhausts the connection pool, for: errors began two minutes after/,
      ],
    ],
  },
  {
    question: 'what is pending, and until when',
    answers: [
      ['Pending decisions', /D2, revisit 12:30 UTC, then maintenance mode for checkout/],
      ['Due', /Next checkpoint:\*\* 12:30 UTC, 10 min after this was written/],
      ['Open questions', /Finance: Were failed payments charged\?, since 12:10 UTC/],
    ],
  },
  {
    question: 'what customers read last, and when they hear again',
    answers: [
      ['Customers read last', /Shop Status, 12:06 UTC\s+> Some card payments fail at checkout\. We are looking/],
      ['Next updates', /Next customer update:\*\* 12:26 UTC/],
      ['Audiences', /Support:\*\* .*overdue by 12 min.*nothing was sent to them yet/],
    ],
  },
  {
    question: 'what must not be done',
    answers: [
      ['Do not, and risks', /Do not fail over: the replica is 40 minutes behind/],
      ['Do not, and risks', /Restart the payment workers: \*\*made it worse\*\*/],
    ],
  },
  {
    question: 'where the room is',
    answers: [
      ['head', /War room: \[\\#inc-payments\]\(<https:\/\/drill\.slack\.com\/archives\/C1>\)/],
      ['head', /Bridge: \[Payments bridge\]/],
    ],
  },
]

/** The first page is what comes before this: the record behind it begins here. */
const BEHIND = '## Hypotheses open'

it('[HD15] the handoff of the shipped drill at minute 20 answers ten questions on page one, and has its order', async () => {
  const { engine, incident, handoff } = await drillAtTwenty()
  const { text } = await engine.ask('handoff:read', { incident, handoff, format: 'markdown' })
  const [head = '', ...sections] = text.slice(0, text.indexOf(BEHIND)).split(/^## /m)
  const page = new Map([['head', head], ...sections.map(one => [one.slice(0, one.indexOf('\n')), one] as const)])

  expect(questions).toHaveLength(10)
  for (const { question, answers } of questions)
    for (const [place, says] of answers) expect.soft(page.get(place), `${question}: ${place}`).toMatch(says)

  expect(head).toMatch(/As of \*\*12:20:00 UTC, Friday 20 November 2026\*\*/)
  expect(head).toMatch(/Newest line of the record: 12:20 UTC; oldest reading of another system: 12:\d\d UTC/)
  expect(head).toContain('DRILL: NONE OF THIS IS REAL')

  const titles = [
    ...['Strategy and why', 'Pending decisions', 'Due', 'Customers read last', 'Next updates', 'Audiences'],
    ...['Who does what', 'Open questions', 'Do not, and risks', 'Hypotheses open', 'Hypotheses eliminated', 'Tried'],
    ...['Tasks running', 'Risks', 'Scheduled', 'Links', 'Other systems', 'Key lines', 'Timeline'],
  ]
  const places = titles.map(title => text.indexOf(`## ${title}\n`))
  expect(places.every(place => place > 0)).toBe(true)
  expect(places).toEqual(places.toSorted((a, b) => a - b))
}, 60_000)
