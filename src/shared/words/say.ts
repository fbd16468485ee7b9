/** `say('{count} of {all}', { count: 3, all: 9 })` → `3 of 9`. A name that nobody fills in stays, so that it is seen. */
export function say(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (hole, name: string) => String(values[name] ?? hole))
}
