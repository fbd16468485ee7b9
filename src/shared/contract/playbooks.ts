import type { KnownPlaybook } from '../domain/playbook'
import type { CodedText } from './coded-text'

/** The playbooks as their files are now. */
export interface PlaybooksView {
  readonly playbooks: readonly KnownPlaybook[]
  /** Where a team's own are looked for. */
  readonly folder: string
  /** Why a team's file is not used, with line and column. */
  readonly problems: readonly CodedText[]
}
