import type { IncidentId } from '../domain/ids'
import type { OtherFolderState } from '../domain/workspace'

/** [WS4] A data folder that was copied or restored, until it is said what became of the other one and of its items. */
export interface CopiedNotice {
  /** The folder's own stream, which the answer is written to. */
  readonly stream: IncidentId
  /** What this folder goes on as: the question is asked once for each. */
  readonly origin: string
  /** Null: nobody has said yet. */
  readonly other: OtherFolderState | null
  /** Items that the other one had begun, of which nobody has said what became of them. */
  readonly leftBehind: number
}
