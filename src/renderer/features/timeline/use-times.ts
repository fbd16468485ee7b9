import { useCallback, useContext, useMemo, useState } from 'react'
import { useFocusRequest } from '../../stores/use-focus-request'
import { ClockContext } from '../../ui/clock-face'
import { keepTimes, keptTimes, nextTimes, type RowClocks, rowClocks } from './times'

/** The clocks that stand beside the lines of this screen, and the way to the next choice. */
export function useTimes(): readonly [RowClocks, () => void] {
  const [times, setTimes] = useState(() => keptTimes(window.localStorage))
  const screen = useContext(ClockContext).choice
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
  const clocks = useMemo(() => rowClocks(times, screen, Date.now()), [times, screen])
  return [clocks, turn]
}
