/** A failure is a value, so that it crosses process boundaries as data. */
export type Reply<T, F> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly fault: F }

export function ok<T>(value: T): { readonly ok: true; readonly value: T } {
  return { ok: true, value }
}

export function fail<F>(fault: F): { readonly ok: false; readonly fault: F } {
  return { ok: false, fault }
}
