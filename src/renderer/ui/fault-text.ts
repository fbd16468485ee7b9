import { codeText, faultTextIn } from '../../shared/contract/coded-text'
import { faultCatalogue } from '../../shared/contract/fault-catalogue'
import type { Fault } from '../../shared/contract/faults'
import type { CodedReason, CodedValue } from '../../shared/domain/coded'

/** [FA1] What a screen says of a fault; the one place where it is worded. */
export function faultText(fault: Fault): string {
  return faultTextIn(fault, faultCatalogue())
}

/** [FA3] A reason of the engine in the page's language; as it came where it has no code that the page knows. */
export function reasonText({ code, values, reason }: CodedReason & { readonly reason: string }): string {
  return codeText({ code, values, message: reason }, faultCatalogue().faults)
}

/** [FA3] The same where it is called a problem. */
export function problemText({ problem, ...coded }: CodedReason & { readonly problem: string }): string {
  return reasonText({ ...coded, reason: problem })
}

/** [FA3] Why an answer that was read before is not newer. */
export function staleText({ stale, ...coded }: CodedReason & { readonly stale: string }): string {
  return reasonText({ ...coded, reason: stale })
}

/** [FA3] One of several that come as a list: its code, or what was said. */
export function codedValueText(value: CodedValue | undefined, reason: string): string {
  return typeof value === 'object' ? reasonText({ ...value, reason }) : reason
}
