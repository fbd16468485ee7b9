import { useEffect, useRef } from 'react'
import type { AlertLink, AlertLinkKind } from '../../../shared/contract/alert-about'
import { t } from '../../../shared/texts/t'
import { texts } from '../../../shared/texts/texts'
import { isField } from '../../ui/is-field'
import { Key } from '../../ui/key'
import { OutsideLink } from '../../ui/outside-link'
import styles from './alert-details.module.css'

const text = texts.pages.details.links

/** [AL15] Every address that an alert came with, as a button that opens it in the browser, each with its key. */
export function AlertLinks({ links }: { readonly links: readonly AlertLink[] }) {
  const here = useRef<HTMLElement>(null)
  const some = links.length > 0
  useEffect(() => {
    if (!some) return
    const dialog = here.current?.closest<HTMLElement>('[role="dialog"]')
    const press = (event: KeyboardEvent) => {
      const plain = !event.ctrlKey && !event.metaKey && !event.altKey && !event.repeat
      if (!plain || event.defaultPrevented || isField(event.target)) return
      const anchors = here.current?.querySelectorAll<HTMLAnchorElement>('a[data-letter]') ?? []
      const anchor = [...anchors].find(({ dataset }) => dataset.letter === event.key)
      if (anchor === undefined) return
      event.preventDefault()
      // Both hosts check what a link leads to where it is followed.
      anchor.click()
    }
    dialog?.addEventListener('keydown', press)
    return () => dialog?.removeEventListener('keydown', press)
  }, [some])
  if (!some) return null
  return (
    <nav ref={here} className={styles.links} aria-label={text.title}>
      {letteredLinks(links).map(({ letter, link }) => (
        <OutsideLink key={link.url} url={link.url} title={link.url} data-letter={letter}>
          <bdi>{nameOf(link)}</bdi>
          {link.kind !== 'vendor' && <span className={styles.host}>{new URL(link.url).host}</span>}
          {letter !== undefined && <Key quiet>{letter}</Key>}
        </OutsideLink>
      ))}
    </nav>
  )
}

const kindNames: Readonly<Partial<Record<AlertLinkKind, string>>> = text.kinds

function nameOf({ kind, name }: AlertLink): string {
  if (kind === 'vendor') return t(texts.pages.details.open, { place: name })
  return kindNames[kind] ?? name
}

interface LetteredLink {
  /** Undefined: there are more links than letters. */
  readonly letter: string | undefined
  readonly link: AlertLink
}

const own: Readonly<Record<AlertLinkKind, string>> = {
  vendor: 'o',
  runbook: 'r',
  dashboard: 'd',
  panel: 'p',
  graph: 'g',
  silence: 's',
  other: '',
}
/** Not those that look like a digit. */
const others = 'abcefhijkmntuvwxyz'

/** Each address once; the first of a kind has the letter of its kind, the others those that are left. */
function letteredLinks(links: readonly AlertLink[]): readonly LetteredLink[] {
  const apart = [...new Map(links.toReversed().map(link => [link.url, link])).values()].toReversed()
  const taken = new Set<AlertLinkKind>()
  let next = 0
  return apart.map(link => {
    const first = link.kind !== 'other' && !taken.has(link.kind)
    taken.add(link.kind)
    return { link, letter: first ? own[link.kind] : others[next++] }
  })
}
