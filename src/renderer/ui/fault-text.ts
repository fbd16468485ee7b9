import { faultTextIn } from '../../shared/contract/coded-text'
import type { Fault } from '../../shared/contract/faults'
import { texts } from '../../shared/texts/texts'

/** [FA1] What a screen says of a fault; the one place where it is worded. */
export function faultText(fault: Fault): string {
  return faultTextIn(fault, { faults: texts.faults, ui: texts.ui })
}
