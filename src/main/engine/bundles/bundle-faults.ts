import type { CodedPart } from '../../../shared/contract/fault-codes'
import type { Fault } from '../../../shared/contract/faults'
import type { Reply } from '../../../shared/lib/reply'
import type { BundleFault } from '../record/bundle/format'
import { refused } from '../record/decision'
import type { ImportRefusal } from '../record/import'
import type { WorkerFault } from '../workers/messages'

type AnyFault = { readonly code: BundleFault['code'] | ImportRefusal['code'] | WorkerFault['code'] }

/** [BN4] Why a bundle was not written, shown or taken: what is wrong with it, and the way out. */
export function bundleRefusal(fault: AnyFault): Reply<never, Fault> {
  const { code } = fault
  const where = 'where' in fault ? String(fault.where) : 'at' in fault ? String(Number(fault.at) + 1) : ''
  switch (code) {
    case 'locked':
      return refused('bundle-locked')
    case 'wrong-passphrase':
      return refused('bundle-wrong-passphrase')
    case 'not-by-passphrase':
      return refused('bundle-not-by-passphrase')
    case 'too-costly':
      return refused('bundle-too-costly')
    case 'not-a-bundle':
      return refused('bundle-is-none')
    case 'newer-version':
      return refused('bundle-newer')
    case 'altered':
    case 'gap':
    case 'body-missing':
      return refused('bundle-altered', { where })
    case 'bad-name':
      return unfit('bundle-bad-name', where)
    case 'bad-row':
      return unfit('bundle-bad-row', where)
    case 'bad-attachment':
      return unfit('bundle-bad-attachment', where)
    case 'bad-telemetry':
      return unfit('bundle-bad-telemetry', where)
    case 'bad-signature':
      return unfit('bundle-bad-signature', where)
    case 'other-incident':
    case 'reserved':
      return unfit('bundle-other-incident', where)
    case 'no-beginning':
      return unfit('bundle-no-beginning', where)
    case 'too-large':
    case 'out-of-memory':
      return refused('bundle-too-large', { where })
    case 'other-environment':
      return refused('bundle-other-mode')
    case 'damaged-here':
      return refused('bundle-damaged-here')
    case 'not-here':
      return refused('incident-not-here')
    case 'disk':
    case 'unreadable':
      return refused('bundle-disk', { reason: where })
    default:
      return refused('bundle-stopped')
  }
}

function unfit(code: CodedPart['code'], where: string): Reply<never, Fault> {
  return refused('bundle-unfit', { where, what: { code } })
}
