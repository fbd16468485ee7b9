import { useEffect, useState } from 'react'
import { useRead } from '../../stores/use-read'

/** Wall milliseconds between two questions while the index still reads the record. */
const AGAIN = 500

/** [SX3] What was found, asked again while the index has not read all. Nothing is asked without a letter. */
export function useSearch(typed: string) {
  const [looks, setLooks] = useState(0)
  const read = useRead('record:search', { typed }, looks)
  const behind = read.value !== undefined && read.value.reading !== null && typed.trim() !== ''
  // biome-ignore lint/correctness/useExhaustiveDependencies: each answer that is not all asks once more
  useEffect(() => {
    if (!behind) return
    const timer = setTimeout(() => setLooks(count => count + 1), AGAIN)
    return () => clearTimeout(timer)
  }, [behind, read.value])
  return read
}
