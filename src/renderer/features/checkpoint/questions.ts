import type { CheckpointAnswers } from '../../../shared/domain/checkpoint'

/** The five questions of a checkpoint, in the order in which a commander asks them aloud. */
export const questions: readonly (keyof CheckpointAnswers)[] = [
  'tried',
  'trying',
  'rollbackPlan',
  'morePeople',
  'stillImpacted',
]

export const noAnswers: CheckpointAnswers = {
  tried: '',
  trying: '',
  rollbackPlan: '',
  morePeople: '',
  stillImpacted: '',
}
