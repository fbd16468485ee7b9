import type { CheckpointAnswers } from '../../../shared/domain/checkpoint'

export interface Question {
  readonly name: keyof CheckpointAnswers
  readonly asks: string
}

/** The five questions of a checkpoint, in the order in which a commander asks them aloud. */
export const questions: readonly Question[] = [
  { name: 'tried', asks: 'What have we tried?' },
  { name: 'trying', asks: 'What are we trying now?' },
  { name: 'rollbackPlan', asks: 'What is the rollback plan?' },
  { name: 'morePeople', asks: 'Do we need more people?' },
  { name: 'stillImpacted', asks: 'Are customers still impacted?' },
]

export const noAnswers: CheckpointAnswers = {
  tried: '',
  trying: '',
  rollbackPlan: '',
  morePeople: '',
  stillImpacted: '',
}
