import { useCallback, useEffect, useState } from 'react'
import { useFocusRequest } from '../../stores/use-focus-request'

export interface LastLineActs {
  readonly correct: () => void
  readonly takeBack: () => void
}

/**
 * Acts on the line that was written last. One that is still on its way is waited for: the last line of the record is
 * not it, and a quick hand would correct another one.
 * @returns asks for the correction
 */
export function useLastLine(underWay: boolean, { correct, takeBack }: LastLineActs): () => void {
  const [wanted, setWanted] = useState<keyof LastLineActs | null>(null)
  useEffect(() => {
    if (wanted === null || underWay) return
    setWanted(null)
    if (wanted === 'correct') correct()
    else takeBack()
  }, [wanted, underWay, correct, takeBack])
  useFocusRequest(
    'take-back',
    useCallback(() => setWanted('takeBack'), []),
  )
  return useCallback(() => setWanted('correct'), [])
}
