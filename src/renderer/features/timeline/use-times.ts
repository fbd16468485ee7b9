import { useCallback, useState } from 'react'
import { useFocusRequest } from '../../stores/use-focus-request'
import { keepTimes, keptTimes, nextTimes, type TimeChoice } from './times'

/** Which clocks stand beside the lines of this screen, and the way to the next choice. */
export function useTimes(): readonly [TimeChoice, () => void] {
  const [times, setTimes] = useState(() => keptTimes(window.localStorage))
  const turn = useCallback(
    () =>
      setTimes(choice => {
        const next = nextTimes(choice)
        keepTimes(window.localStorage, next)
        return next
      }),
    [],
  )
  useFocusRequest('times', turn)
  return [times, turn]
}
