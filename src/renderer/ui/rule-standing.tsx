import { type AlertRule, isBlind } from '../../shared/contract/rules'
import { Tag, type Tone } from './tag'

/** How a rule stands, in one word. That it cannot see comes before what it last said. */
export function RuleStanding({ rule }: { readonly rule: Pick<AlertRule, 'state' | 'health'> }) {
  const { word, tone } = standing(rule)
  return (
    <Tag tone={tone} open={word === 'quiet' || word === 'not looked at'}>
      {word}
    </Tag>
  )
}

function standing({ state, health }: Pick<AlertRule, 'state' | 'health'>): { word: string; tone: Tone } {
  if (isBlind({ health })) return { word: health === 'failing' ? 'cannot see' : 'no data', tone: 'bad' }
  if (state === 'firing') return { word: 'firing', tone: 'warn' }
  if (state === 'pending') return { word: 'pending', tone: 'plain' }
  return health === 'unknown' ? { word: 'not looked at', tone: 'plain' } : { word: 'quiet', tone: 'good' }
}
