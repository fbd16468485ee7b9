import type { LinkKind } from './incident-facts'

/** By host, or by a word in the path; the first that fits. */
const kinds: readonly (readonly [kind: LinkKind, host: RegExp, path?: RegExp])[] = [
  ['bridge', /(?:^|\.)(?:zoom\.us|meet\.google\.com|teams\.microsoft\.com|webex\.com|whereby\.com)$/, /\/bridge\b/],
  ['war-room', /(?:^|\.)(?:slack\.com|discord\.com|chat\.google\.com)$/, /\/war-?room\b/],
  ['runbook', /^(?:runbooks?|playbooks?)\./, /\b(?:run|play)-?books?\b/],
  ['dashboard', /^(?:grafana|dashboards?)\.|(?:^|\.)(?:grafana\.net|datadoghq\.\w+)$/, /\/(?:d|dashboards?)\//],
  [
    'ticket',
    /^(?:jira|tickets?)\.|(?:^|\.)(?:atlassian\.net|linear\.app|service-now\.com|zendesk\.com)$/,
    /\/issues?\//,
  ],
]

/** [DI5] What a link that is given by its address alone leads to. It can be given another kind later. */
export function linkKindOf(url: string): LinkKind {
  if (url.startsWith('tel:')) return 'bridge'
  const { hostname = '', pathname = '' } = URL.parse(url) ?? {}
  const found = kinds.find(([, host, path]) => host.test(hostname) || path?.test(pathname.toLowerCase()))
  return found?.[0] ?? 'other'
}
