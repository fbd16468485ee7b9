import { useEffect, useState } from 'react'
import { useRead } from '../../stores/use-read'

/** Wall milliseconds between two questions while the index still reads the record. */
const AGAIN = 500
/** The same while the index cannot be made: the engine tries that again at its own pace. */
const AGAIN_FAILED = 5_000

/** [SX3] What was found, asked again while the index has not read all or cannot be made. Nothing is asked without a letter. */
export function useSearch(typed: string) {
  const [looks, setLooks] = useState(0)
  const read = useRead('record:search', { typed }, looks)
  const { reading = null, failed = false } = read.value ?? {}
  const behind = (reading !== null || failed) && typed.trim() !== ''
  // biome-ignore lint/correctness/useExhaustiveDependencies: each answer that is not all asks once more
  useEffect(() => {
    if (!behind) return
    const timer = setTimeout(() => setLooks(count => count + 1), failed ? AGAIN_FAILED : AGAIN)
    return () => clearTimeout(timer)
  }, [behind, failed, read.value])
  return read
}
