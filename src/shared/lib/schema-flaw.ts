/**
 * A mistake that is more than one wrong field, for a schema's own check.
 * @param path to what has to be changed
 * @param code of its text in the catalogue
 * @param params what that text needs
 */
export function schemaFlaw(
  path: readonly (string | number)[],
  code: string,
  input: unknown,
  params: Readonly<Record<string, string | number>> = {},
) {
  return { code: 'custom' as const, input, path: [...path], message: code, params }
}
