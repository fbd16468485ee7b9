import { BUNDLE_ENDING } from '../../../shared/contract/bundles'

/**
 * How a bundle's file is called, of letters that every system and the route of files take.
 * @param at an instant that tells it from others of the same title
 * @param id tells several of one folder apart
 */
export function bundleName(title: string, at: number, id = ''): string {
  const plain = title.normalize('NFKD').replace(/[^\w]+/g, '-')
  const short = plain
    .toLowerCase()
    .slice(0, 40)
    .replace(/^-+|-+$/g, '')
  const stamp = new Date(at).toISOString().slice(0, 16).replace(/[:-]/g, '')
  const mark = id === '' ? '' : `-${id.slice(0, 8)}`
  return `${short === '' ? 'incident' : short}-${stamp}Z${mark}${BUNDLE_ENDING}`
}
