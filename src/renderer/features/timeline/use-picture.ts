import { useEffect, useState } from 'react'
import type { Attachment } from '../../../shared/domain/attachment'
import { useCockpit } from '../../stores/cockpit'
import { faultText } from '../../ui/fault-text'

export interface ShownPicture {
  /** null: on its way, or not to be had. */
  readonly address: string | null
  /** Why it is not to be had. */
  readonly problem: string | null
}

const onItsWay: ShownPicture = { address: null, problem: null }

/** A kept picture, asked for when it comes into sight. */
export function usePicture({ hash }: Attachment): ShownPicture {
  const { pictures } = useCockpit()
  const [shown, setShown] = useState(onItsWay)
  useEffect(() => {
    let gone = false
    void pictures.show(hash).then(reply => {
      if (!gone)
        setShown(
          reply.ok ? { address: reply.value, problem: null } : { address: null, problem: faultText(reply.fault) },
        )
    })
    return () => {
      gone = true
    }
  }, [pictures, hash])
  return shown
}
