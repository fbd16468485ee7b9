import type { StepOperator } from '../../../shared/contract/panel-steps'
import { unreachable } from '../../../shared/lib/unreachable'

/** Null where either is missing, and where the result is no number, such as a division by zero. */
export function compute(left: number | null, operator: StepOperator, right: number | null): number | null {
  if (left === null || right === null) return null
  const result = computed(left, operator, right)
  return Number.isFinite(result) ? result : null
}

function computed(left: number, operator: StepOperator, right: number): number {
  switch (operator) {
    case '+':
      return left + right
    case '-':
      return left - right
    case '*':
      return left * right
    case '/':
      return left / right
    case '%':
      return left % right
    case '**':
      return left ** right
    default:
      return unreachable(operator)
  }
}
