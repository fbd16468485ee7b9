import type { ListedServices } from '../../shared/contract/services'
import type { EscalationStep, PagerDutyService } from '../../shared/domain/service-catalogue'
import type { Millis } from '../../shared/lib/time'
import { listText, t } from '../../shared/texts/t'
import { texts } from '../../shared/texts/texts'
import { OutsideLink } from './outside-link'
import { spanText } from './span-text'
import textStyles from './text.module.css'

const text = texts.services

interface PagerDutyOfServiceProps {
  /** What the catalogue calls it. */
  readonly called: string
  readonly service: PagerDutyService
  readonly listed: readonly ListedServices[]
  readonly now: Millis
}

/** [SY8] What PagerDuty says of a service, with its age. */
export function PagerDutyOfService({ called, service, listed, now }: PagerDutyOfServiceProps) {
  const { readAt = null, problem = '' } = listed.find(({ services }) => services.includes(service)) ?? {}
  const { name, description, teams, url } = service
  const lines = [
    name === called ? '' : t(text.listedName, { name }),
    description,
    teams.length === 0 ? '' : t(text.teams, { names: listText(teams) }),
    policyText(service),
  ].filter(line => line !== '')
  const age = readAt === null ? '' : t(problem === '' ? text.listed : text.listedThen, { span: spanText(now - readAt) })
  return (
    <>
      {lines.map(line => (
        <p key={line} dir="auto">
          {line}
        </p>
      ))}
      <p className={textStyles.quiet}>
        {age}{' '}
        <OutsideLink url={url} className={textStyles.reach}>
          {text.open}
        </OutsideLink>
      </p>
    </>
  )
}

/** `Payments (Ada Park, Bo Lin 5 min later)`. */
function policyText({ policy, steps }: PagerDutyService): string {
  if (policy === '') return ''
  const named = steps.flatMap((step, at) => stepText(step, steps[at - 1]))
  return named.length === 0 ? t(text.policy, { policy }) : t(text.policySteps, { policy, steps: listText(named) })
}

function stepText({ who }: EscalationStep, before: EscalationStep | undefined): readonly string[] {
  if (who.length === 0) return []
  const names = who.join(' / ')
  return [before === undefined ? names : t(text.stepLater, { who: names, minutes: before.minutes })]
}
