import { refuseOldNode } from './old-node'

refuseOldNode()
const [{ serveCockpit }, { exitWith }] = await Promise.all([import('./serve-cockpit'), import('./launch')])
serveCockpit(import.meta.dirname).then(() => process.exit(0), exitWith)
