import type { DetectionKind } from '../../shared/domain/incident-facts'
import { detectionKinds } from '../../shared/domain/incident-facts'
import { texts } from '../../shared/texts/texts'
import { useMethod } from './use-method'

export interface DetectionWay {
  readonly value: DetectionKind
  readonly label: string
}

const ours: readonly DetectionWay[] = detectionKinds.map(value => ({ value, label: texts.facts.ways[value] }))

/**
 * [MI1] How an incident can have been detected, in the method's words; ours until the method was read.
 * @param stated what the field has: stays an option where the method has none such
 */
export function useDetectionWays(stated: string): readonly DetectionWay[] {
  const known = useMethod()?.lifecycle.detectedBy
  const ways = known?.map(({ id, text }) => ({ value: id, label: text })) ?? ours
  return [...ways, ...ours.filter(({ value }) => value === stated && ways.every(way => way.value !== value))]
}
