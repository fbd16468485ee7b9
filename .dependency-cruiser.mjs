/**
 * Who may import whom. Each row: a folder or file below src, and what it may import besides itself; both are patterns.
 * A folder that stands in no row fails the architecture test, so a new one needs a decision here. The row's group, where
 * it has one, names the one pane or vendor: `$1` is that same one.
 */
const engine = 'main/engine/'
const ports = 'main/engine/(ports|bridge|clock/clock)\\.ts$'
/** What a feature decides with and answers with. */
const kernel = 'main/engine/(record/(decision|ledger|live-record|summary)|sessions/(handlers|sessions))\\.ts$'
const storage = 'main/engine/storage/'
const outbox = 'main/engine/outbox/'
const guards = 'main/engine/guards/'
const workers = 'main/engine/workers/'
const vendorNeeds = ['main/engine/(feeds|outbox)/types\\.ts$', 'main/engine/http/', 'main/engine/vendors/[^/]+$']
const hostsRoot = 'main/hosts/[^/]+$'

/** @type {readonly (readonly [name: string, row: string, may: readonly string[]])[]} */
export const rows = [
  ['shared-lib', 'shared/lib/', []],
  ['shared-texts', 'shared/texts/', []],
  ['shared-domain', 'shared/domain/', ['shared/lib/']],
  ['shared-events', 'shared/events/', ['shared/(domain|lib|texts)/']],
  ['shared-contract', 'shared/contract/', ['shared/']],
  ['options', 'main/options\\.mjs$', []],
  ['desktop-entry', 'main/index\\.ts$', [engine, 'main/hosts/', 'main/[^/]+$', 'shared/']],
  [
    'other-entries',
    'main/(?!index\\.ts|options\\.mjs)[^/]+$',
    [engine, 'main/hosts/web/', hostsRoot, 'main/(?!index)[^/]+$', 'shared/'],
  ],
  ['engine-wiring', 'main/engine/([^/]+$|sessions/)', [engine, 'shared/']],
  ['engine-mode', 'main/engine/mode/', [engine, 'shared/']],
  ['engine-clock', 'main/engine/clock/', [ports, 'shared/']],
  ['engine-settings', 'main/engine/settings/', [ports, kernel, 'shared/']],
  [
    'engine-features',
    'main/engine/(incidents|timeline|strategy|roles|checkpoints|alerts|gate|playbooks|proposals|integrity)/',
    [ports, kernel, storage, workers, 'main/engine/$1/', 'shared/'],
  ],
  ['engine-comms', 'main/engine/comms/', [ports, kernel, storage, outbox, guards, 'shared/']],
  ['engine-requests', 'main/engine/requests/', [ports, kernel, storage, outbox, 'shared/']],
  ['engine-workspace', 'main/engine/workspace/', [ports, kernel, storage, outbox, 'shared/']],
  ['engine-handoff', 'main/engine/handoff/', [ports, kernel, storage, workers, 'main/engine/documents/', 'shared/']],
  [
    'engine-connections',
    'main/engine/connections/',
    [ports, kernel, storage, 'main/engine/(vendors/[^/]+|http/types\\.ts)$', 'shared/'],
  ],
  [
    'engine-dashboards',
    'main/engine/dashboards/',
    [
      ports,
      kernel,
      guards,
      'main/engine/http/(types|plain-text)\\.ts$',
      'main/engine/vendors/account\\.ts$',
      'shared/',
    ],
  ],
  ['engine-method', 'main/engine/method/', [ports, guards, 'main/engine/sessions/handlers', 'shared/']],
  ['engine-runbooks', 'main/engine/runbooks/', [ports, guards, workers, 'main/engine/sessions/handlers', 'shared/']],
  ['engine-services', 'main/engine/services/', [ports, guards, 'shared/']],
  [
    'engine-record',
    'main/engine/record/',
    [ports, storage, guards, workers, 'main/engine/(integrity/(damages|remains)|outbox/order)\\.ts$', 'shared/'],
  ],
  [
    'engine-backups',
    'main/engine/backups/',
    [ports, kernel, storage, workers, 'main/engine/integrity/verify-folder\\.ts$', 'shared/'],
  ],
  [
    'engine-bundles',
    'main/engine/bundles/',
    [ports, kernel, storage, workers, 'main/engine/(record/|handoff/draw\\.ts$)', 'shared/'],
  ],
  ['engine-search', 'main/engine/search/', [ports, kernel, storage, workers, 'shared/']],
  ['engine-telemetry', 'main/engine/telemetry/', [ports, kernel, storage, 'shared/']],
  ['engine-storage', storage, [ports, guards, 'shared/']],
  ['engine-outbox', 'main/engine/outbox/(?!record-outbox\\.ts)', [ports, storage, outbox, 'shared/']],
  [
    'engine-record-outbox',
    'main/engine/outbox/record-outbox\\.ts$',
    [
      ports,
      kernel,
      storage,
      outbox,
      'main/engine/(requests/reactions|vendors/accounts/vendor-accounts)\\.ts$',
      'shared/',
    ],
  ],
  [
    'engine-last-known',
    'main/engine/last-known/',
    [ports, guards, 'main/engine/feeds/types\\.ts$', 'main/engine/last-known/', 'shared/'],
  ],
  ['engine-feeds', 'main/engine/feeds/', [ports, 'main/engine/vendors/account\\.ts$', 'shared/']],
  ['engine-http', 'main/engine/http/', [ports, guards, 'shared/']],
  ['vendor-registry', 'main/engine/vendors/[^/]+$', ['main/engine/vendors/', ...vendorNeeds, 'shared/']],
  [
    'vendor-accounts',
    'main/engine/vendors/accounts/',
    [ports, kernel, 'main/engine/(feeds|last-known)/', ...vendorNeeds, 'shared/'],
  ],
  ['vendors', 'main/engine/vendors/(?!accounts/)([^/]+)/', ['main/engine/vendors/$1/', ...vendorNeeds, 'shared/']],
  ['engine-documents', 'main/engine/documents/', ['shared/']],
  ['engine-drill', 'main/engine/drill/', [ports, guards, 'shared/']],
  ['engine-guards', guards, ['shared/']],
  ['engine-workers', workers, [ports, 'shared/']],
  ['both-hosts', hostsRoot, [engine, 'shared/']],
  ['electron-host', 'main/hosts/electron/', [hostsRoot, engine, 'shared/']],
  ['web-host', 'main/hosts/web/', [hostsRoot, engine, 'shared/']],
  ['preload', 'preload/', ['shared/contract/']],
  ['renderer-app', 'renderer/(app/|[^/]+$)', ['renderer/', 'shared/']],
  ['renderer-link', 'renderer/link/', ['shared/']],
  ['renderer-commands', 'renderer/commands/', ['renderer/ui/panes\\.ts$', 'shared/']],
  ['renderer-stores', 'renderer/stores/', ['renderer/link/', 'renderer/commands/', 'shared/']],
  [
    'panes',
    'renderer/features/([^/]+)/',
    ['renderer/features/$1/', 'renderer/(commands|stores|ui|charts|tables|virtual|severity)/', 'shared/'],
  ],
  ['charts', 'renderer/charts/', ['renderer/ui/', 'shared/']],
  ['tables', 'renderer/tables/', ['renderer/(ui|virtual)/', 'shared/']],
  ['virtual-lists', 'renderer/virtual/', []],
  ['renderer-severity', 'renderer/severity/', ['renderer/(stores|ui)/', 'shared/']],
  ['renderer-ui', 'renderer/ui/', ['shared/']],
]

/**
 * A package wherever it resolves to, or its bare name where it does not.
 * @param {string} names
 */
const packaged = names => `(^|node_modules/)(${names})(/|$)`

/**
 * Packages that only some may import, and rules for all.
 * @type {import('dependency-cruiser').IForbiddenRuleType[]}
 */
const packages = [
  {
    name: 'electron-stays-in-the-desktop',
    severity: 'error',
    from: { path: '^src/', pathNot: '^src/(main/hosts/electron/|main/index\\.ts$|preload/)' },
    to: { path: packaged('electron|electron-store') },
  },
  {
    name: 'echarts-stays-in-charts',
    severity: 'error',
    from: { path: '^src/', pathNot: '^src/renderer/charts/' },
    to: { path: packaged('echarts|zrender') },
  },
  {
    name: 'table-library-stays-in-tables',
    severity: 'error',
    from: { path: '^src/', pathNot: '^src/renderer/tables/' },
    to: { path: packaged('@tanstack/[^/]+') },
  },
  {
    name: 'sql-stays-in-storage',
    severity: 'error',
    from: { path: '^src/', pathNot: '^src/main/engine/storage/' },
    to: { path: '^(node:)?sqlite$' },
  },
  {
    name: 'mail-library-stays-in-email',
    severity: 'error',
    from: { path: '^src/', pathNot: '^src/main/engine/vendors/email/' },
    to: { path: packaged('nodemailer') },
  },
  {
    name: 'markdown-library-stays-in-runbooks',
    severity: 'error',
    from: { path: '^src/', pathNot: '^src/main/engine/runbooks/' },
    to: { path: packaged('commonmark') },
  },
  {
    name: 'host-packages-stay-in-hosts',
    severity: 'error',
    from: { path: '^src/', pathNot: '^src/main/hosts/' },
    to: { path: packaged('ws|pino|conf') },
  },
  {
    name: 'react-stays-in-the-renderer',
    severity: 'error',
    from: { path: '^src/', pathNot: '^src/renderer/' },
    to: { path: packaged('react|react-dom|zustand|lucide-react|@mantine/[^/]+') },
  },
  {
    name: 'shared-needs-only-zod',
    severity: 'error',
    from: { path: '^src/shared/' },
    to: { pathNot: ['^src/', packaged('zod')] },
  },
  {
    // The build gives the page none of it; what a browser stored is read with `shared/lib/read-json`.
    name: 'zod-stays-out-of-the-page',
    severity: 'error',
    from: { path: '^src/renderer/' },
    to: { path: packaged('zod') },
  },
  {
    name: 'node-stays-in-main',
    severity: 'error',
    from: { path: '^src/(preload|renderer)/' },
    to: { dependencyTypes: ['core'] },
  },
  {
    name: 'ships-no-development-package',
    severity: 'error',
    from: { path: '^src/' },
    to: { dependencyTypes: ['npm-dev'], pathNot: packaged('electron') },
  },
  { name: 'no-cycle', severity: 'error', from: { path: '^src/' }, to: { circular: true } },
  { name: 'no-unresolved', severity: 'error', from: { path: '^src/' }, to: { couldNotResolve: true } },
]

/** @param {string} pattern */
const below = pattern => `^src/${pattern}`

/** @type {import('dependency-cruiser').IForbiddenRuleType[]} */
const houseRules = rows.map(([name, row, may]) => ({
  name: `house-${name}`,
  severity: 'error',
  from: { path: below(row) },
  to: {
    path: '^(src|tests|scripts)/',
    pathNot: [...(may.some(one => one.includes('$1')) ? [] : [row]), ...may].map(below),
  },
}))

export default {
  forbidden: [...houseRules, ...packages],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(out|node_modules/.+/node_modules)/' },
    // Types too: a type that is imported is a dependency of whoever reads the code.
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.css'],
    },
  },
}
