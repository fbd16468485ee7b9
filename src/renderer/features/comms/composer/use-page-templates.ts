import { useEffect, useState } from 'react'
import type { StatusPageTemplate } from '../../../../shared/contract/status-pages'
import { channelKind } from '../../../../shared/domain/channels/channel-kinds'
import type { Channel } from '../../../../shared/domain/update'
import { useCockpit } from '../../../stores/cockpit'
import { faultText } from '../../../ui/fault-text'

export interface PageTemplates {
  readonly templates: readonly StatusPageTemplate[]
  /** Why there are none, or no newer ones, in the vendor's words; empty for nothing. */
  readonly problem: string
}

const none: PageTemplates = { templates: [], problem: '' }

/** [CM16] Texts that the owners of a status page have prepared there; none for another kind of channel. */
export function usePageTemplates(channel: Channel | null): PageTemplates {
  const { link } = useCockpit()
  const [found, setFound] = useState(none)
  const connection = channel !== null && channelKind(channel).preparedTexts ? channel.connection : null
  useEffect(() => {
    setFound(none)
    if (connection === null) return
    let here = true
    void link.call('pages:templates', { connection }).then(reply => {
      if (!here) return
      setFound(
        reply.ok
          ? { templates: reply.value.value, problem: reply.value.stale }
          : { templates: [], problem: faultText(reply.fault) },
      )
    })
    return () => {
      here = false
    }
  }, [link, connection])
  return found
}
