import type { Scene } from '../scene'

/** A name that never resolves: a link of a drill must not open anybody's real account. */
const SITE = 'https://drill.pagerduty.invalid'

/** The five fields that everything of PagerDuty has. */
export function reference(type: string, id: string, summary: string, folder: string): object {
  return { id, type, summary, self: `${SITE}/api/${folder}/${id}`, html_url: `${SITE}/${folder}/${id}` }
}

export function serviceReference({ scenario }: Scene, id: string): object {
  return reference('service_reference', id, serviceName(scenario, id), 'services')
}

export function userReference({ scenario }: Scene, id: string): object {
  const user = scenario.pagerduty.users.find(known => known.id === id)
  return reference('user_reference', id, user?.name ?? id, 'users')
}

/** Each service has an escalation policy of its own, on which one person is on call. */
export function policyReference({ scenario }: Scene, service: string): object {
  const name = `${serviceName(scenario, service)}: on call`
  return reference('escalation_policy_reference', `E${service}`, name, 'escalation_policies')
}

/** As `include[]=escalation_policies` answers it. */
export function policyInFull(scene: Scene, service: string): object {
  const name = `${serviceName(scene.scenario, service)}: on call`
  return {
    ...reference('escalation_policy', `E${service}`, name, 'escalation_policies'),
    ...{
      name,
      escalation_rules: rulesOf(scene, service),
      services: [serviceReference(scene, service)],
      num_loops: 0,
      teams: [],
      description: null,
    },
  }
}

/** Whoever is on call for it, and after five minutes the person whom the drill acts for. */
function rulesOf(scene: Scene, service: string): readonly object[] {
  const { users, actAs } = scene.scenario.pagerduty
  const steps = [users.filter(({ onCallFor }) => onCallFor === service).map(({ id }) => id), [actAs]]
  return steps
    .filter(step => step.length > 0)
    .map((step, at) => ({
      ...{ id: `R${service}${at}`, escalation_delay_in_minutes: 5 },
      targets: step.map(user => userReference(scene, user)),
    }))
}

function serviceName({ pagerduty }: Scene['scenario'], id: string): string {
  return pagerduty.services.find(known => known.id === id)?.name ?? id
}
