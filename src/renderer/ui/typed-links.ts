import { linkAddress } from '../../shared/domain/incident-facts'

export interface TypedLink {
  /** As it was typed, without what separates it from the next. */
  readonly address: string
  /** undefined: it is none, or several that were written as one. */
  readonly url: string | undefined
}

/** A comma at a space separates two links. Two commas are pauses in what a telephone dials. */
const between = /(?<![,;])[,;](?!\S)|(?<!\S)[,;](?![,;])/

/** A telephone number may have spaces in it; a plus begins the next one. */
const eachOne =
  /(?:tel:\s*)?[\p{N}+*#().,;\u2010-\u2015-]+(?!\S)(?:\s+(?!\(?\+)[\p{N}+*#().,;\u2010-\u2015-]+(?!\S))*|\S+/giu
const onlyNumber = /^(?:tel:)?[\p{N}\s+*#().,;\u2010-\u2015-]+$/iu

/** A comma within a host, or one that another address follows. In a query it is part of the address. */
const severalAsOne = /^(?:https:\/\/)?[^/?#]*[,;]|^[^?#]*[,;](?:https?:\/\/|[\w-]+(?:\.[\w-]+)+\/)/i

/** [DI5] The links in a text, separated by white space. */
export function linksIn(typed: string): readonly TypedLink[] {
  return typed
    .split(between)
    .flatMap(group => group.match(eachOne) ?? [])
    .map(part => part.replace(/^[,;]+|[,;]+$/g, ''))
    .filter(address => address !== '')
    .map(address => ({ address, url: urlOf(address) }))
}

function urlOf(address: string): string | undefined {
  const url = linkAddress(address)
  // Digits that are no telephone number would be read as a host: `123` as 0.0.0.123.
  if (onlyNumber.test(address)) return url?.startsWith('tel:') ? url : undefined
  return severalAsOne.test(address) ? undefined : url
}
