/**
 * What something that a vendor lists is called here: an alert, a PagerDuty incident, a rule, a silence, a deployment or
 * an annotation.
 * @param externalId the vendor's own id, which two connections may both have
 * @returns unique among all connections
 */
export function rowId(connection: string, externalId: string | number): string {
  return `${connection}/${externalId}`
}
