import { coded } from '../../../../shared/contract/coded-text'
import type { Connection } from '../../../../shared/contract/connections'
import type { VendorFault } from '../../../../shared/contract/faults'
import type { Channel } from '../../../../shared/domain/update'
import type { VendorAccount } from '../account'
import { neverSeen, neverTwice } from '../outcome'

/**
 * [PT2] A place where a person posts the text. We send nothing: whether it is out is what a person says, and unknown until
 * then.
 */
export function openByHand({ id, name, network = 'clipboard', readers }: Connection): VendorAccount {
  const channel: Channel = {
    ...{ vendor: 'by-hand', connection: id, target: network, label: name },
    ...(readers && { readers }),
  }
  const toPost: VendorFault = { kind: 'unreadable-answer', ...coded('post-by-hand', { channel: name }) }
  return {
    channels: [channel],
    updates: {
      send: async () => ({ outcome: 'unknown', fault: toPost }),
      verify: async () => neverSeen(toPost),
      findCopies: async () => neverTwice,
    },
    probe: async () => ({ good: true, ...coded('nothing-to-test') }),
  }
}
