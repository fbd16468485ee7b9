import { type AlertRule, isBlind } from '../../shared/contract/rules'
import { texts } from '../../shared/texts/texts'
import { Tag, type Tone } from './tag'

/** The state of a rule, in one word. A failure comes before its last result. */
export function RuleTag({ rule }: { readonly rule: Pick<AlertRule, 'state' | 'health'> }) {
  const { stands, tone } = standing(rule)
  return (
    <Tag tone={tone} open={stands === 'quiet' || stands === 'notLookedAt'}>
      {texts.ui.ruleStands[stands]}
    </Tag>
  )
}

interface Standing {
  readonly stands: keyof typeof texts.ui.ruleStands
  readonly tone: Tone
}

function standing({ state, health }: Pick<AlertRule, 'state' | 'health'>): Standing {
  if (isBlind({ health })) return { stands: health === 'failing' ? 'failing' : 'noData', tone: 'bad' }
  if (state === 'firing') return { stands: 'firing', tone: 'warn' }
  if (state === 'pending') return { stands: 'pending', tone: 'plain' }
  return health === 'unknown' ? { stands: 'notLookedAt', tone: 'plain' } : { stands: 'quiet', tone: 'good' }
}
