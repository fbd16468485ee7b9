import { codeText, faultTextIn } from '../../shared/contract/coded-text'
import { faultCatalogue } from '../../shared/contract/fault-catalogue'
import type { Fault } from '../../shared/contract/faults'
import type { CodedReason, CodedValue } from '../../shared/domain/coded'

/** [FA1] The text of a fault; the only place that words it. */
export function faultText(fault: Fault): string {
  return faultTextIn(fault, faultCatalogue())
}

/** [FA3] A reason from the engine in the page's language; unchanged if it has no code that the page knows. */
export function reasonText({ code, values, reason }: CodedReason & { readonly reason: string }): string {
  return codeText({ code, values, message: reason }, faultCatalogue().faults)
}

/** [FA3] The same for a field named `problem`. */
export function problemText({ problem, ...coded }: CodedReason & { readonly problem: string }): string {
  return reasonText({ ...coded, reason: problem })
}

/** [FA3] Why an earlier answer is not newer. */
export function staleText({ stale, ...coded }: CodedReason & { readonly stale: string }): string {
  return reasonText({ ...coded, reason: stale })
}

/** [FA3] One of a list of reasons: by its code, or as sent. */
export function codedValueText(value: CodedValue | undefined, reason: string): string {
  return typeof value === 'object' ? reasonText({ ...value, reason }) : reason
}
