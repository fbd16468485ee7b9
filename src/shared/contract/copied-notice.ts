import type { IncidentId } from '../domain/ids'
import type { OtherFolderState } from '../domain/workspace'

/**
 * [WS4] A data folder that was copied or restored, until a person says what became of the other one and of its items.
 */
export interface CopiedNotice {
  /** The folder's own stream, which the answer is written to. */
  readonly stream: IncidentId
  /** The origin that this folder continues as: the question is asked once for each. */
  readonly origin: string
  /** Null: not answered yet. */
  readonly other: OtherFolderState | null
  /** Items that the other one had begun, whose outcome has not been stated. */
  readonly leftBehind: number
}
