import { faultTextIn } from '../../shared/contract/coded-text'
import { faultCatalogue } from '../../shared/contract/fault-catalogue'
import type { Fault } from '../../shared/contract/faults'

/** [FA1] What a screen says of a fault; the one place where it is worded. */
export function faultText(fault: Fault): string {
  return faultTextIn(fault, faultCatalogue())
}
