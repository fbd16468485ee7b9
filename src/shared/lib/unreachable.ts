/** Closes a switch over a union: a new member of the union fails to compile where this is called. */
export function unreachable(value: never): never {
  throw new Error(`Unexpected value: ${JSON.stringify(value)}`)
}
