import { type ComponentType, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { texts } from '../../shared/texts/texts'
import styles from './dialog.module.css'
import { FaultNote } from './fault-note'
import { reloadPage } from './reload-page'

/** Props of every dialog; `opened` false renders nothing. */
export interface DialogPart {
  readonly opened: boolean
  readonly onClose: () => void
}

const failure = {
  kind: 'disconnected',
  message: texts.ui.notLoaded,
} as const

/**
 * A dialog whose code is not in the first load: it loads once the first view is painted and the page is idle, or when it
 * is opened before that. The `first` ones, with the first keys of an incident, do not wait for an idle page: one full of
 * charts never is. Until it is loaded an empty dialog has the focus, so that letters meant for it are not taken for keys of
 * the cockpit.
 */
export function onDemand<Props extends DialogPart>(
  load: () => Promise<ComponentType<Props>>,
  when: 'first' | 'idle' = 'idle',
): ComponentType<Props> {
  const later = when === 'first' ? afterPaint : whenIdle
  let loaded: ComponentType<Props> | undefined
  const fetchOnce = async () => {
    loaded ??= await load()
  }
  return function OnDemand(props: Props) {
    const { opened, onClose } = props
    const [, setHere] = useState(loaded !== undefined)
    const [failed, setFailed] = useState(false)
    useEffect(() => {
      let gone = false
      // No one waits for it yet; opening it tries again and reports what is wrong.
      const stop = later(() => fetchOnce().then(() => gone || setHere(true), ignoreForNow))
      return () => {
        gone = true
        stop()
      }
    }, [])
    useEffect(() => {
      if (!opened) return
      // It loaded between this render and now.
      if (loaded !== undefined) return setHere(true)
      let gone = false
      const letOthersGoOn = holdUnasked()
      fetchOnce()
        .then(
          () => gone || setHere(true),
          () => {
            if (gone) return
            setFailed(true)
            onClose()
          },
        )
        .finally(letOthersGoOn)
      return () => {
        gone = true
        letOthersGoOn()
      }
    }, [opened, onClose])
    if (loaded !== undefined) {
      const Part = loaded
      return <Part {...props} />
    }
    if (opened) return <Opening />
    if (!failed) return null
    return (
      <div className={styles.failed}>
        <FaultNote fault={failure} onAgain={reloadPage} onDismiss={() => setFailed(false)} />
      </div>
    )
  }
}

/**
 * A part that is rarely shown: its code loads once the page is idle, or as soon as it is `wanted`. It renders nothing
 * until then, and nothing while it is not wanted.
 */
export function rarely<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
): ComponentType<Props & { readonly wanted: boolean }> {
  let loaded: ComponentType<Props> | undefined
  return function Rarely({ wanted, ...props }) {
    const [, setHere] = useState(loaded !== undefined)
    const [failed, setFailed] = useState(false)
    useEffect(() => {
      let gone = false
      const fetch = async () => {
        loaded ??= await load()
        if (!gone) setHere(true)
      }
      const fetchNow = () => fetch().catch(() => gone || setFailed(true))
      if (wanted) void fetchNow()
      const stop = wanted ? undefined : whenIdle(fetchNow)
      return () => {
        gone = true
        stop?.()
      }
    }, [wanted])
    if (!wanted) return null
    if (loaded === undefined) return failed ? <FaultNote fault={failure} onAgain={reloadPage} /> : null
    const Part = loaded
    return <Part {...(props as unknown as Props)} />
  }
}

/** [KW1] Has the focus until the dialog is loaded: a visible field must not take what is typed for it. */
function Opening() {
  const here = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const [before, own] = [document.activeElement, here.current]
    own?.focus()
    return () => {
      // The dialog returns the focus to the element that has it when it opens.
      if (before instanceof HTMLElement && document.activeElement === own) before.focus()
    }
  }, [])
  return (
    <div
      ref={here}
      role="dialog"
      tabIndex={-1}
      aria-busy="true"
      aria-label={texts.ui.opening}
      className={styles.opening}
      data-opening
    />
  )
}

const ignoreForNow = () => undefined

/** In wall-clock milliseconds: an engine that does not answer must not keep the dialogs away. */
const LONGEST_WAIT = 3_000
const firstView = Promise.withResolvers<void>()
let isAwaited = false

/**
 * What people look at first is painted. The code of dialogs waits for that: while the record is on its way the page is
 * idle, and sixty chunks would be fetched and run in front of it.
 */
export function firstViewPainted(): void {
  firstView.resolve()
}

/** @param act after the first view; returns its stop */
function afterFirstView(act: () => (() => void) | undefined): () => void {
  if (!isAwaited) setTimeout(firstViewPainted, LONGEST_WAIT)
  isAwaited = true
  let isStopped = false
  let stop: (() => void) | undefined
  void firstView.promise.then(() => {
    if (!isStopped) stop = act()
  })
  return () => {
    isStopped = true
    stop?.()
  }
}

/** As soon as the first view is painted, however busy the page is then; returns its stop. */
function afterPaint(act: () => void): () => void {
  return afterFirstView(() => {
    const timer = setTimeout(act)
    return () => clearTimeout(timer)
  })
}

type Fetch = () => Promise<unknown>

/** What is fetched although no one asked for it yet, in the order of its parts: a dialog must open after the engine is gone. */
const unasked = new Set<Fetch>()
/** Fetches that the next one waits for: the one before it, and what a person waits for. */
const underWay = new Set<object>()

/** In wall-clock milliseconds: a page that is never idle fetches the next one nevertheless. */
const idleOptions = { timeout: 100 }

/**
 * After the first view, when the page is idle and the code before it is there; returns its stop. One at a time: a busy
 * page that is given the code of all dialogs at once has no time for the one that a key has just opened.
 */
function whenIdle(fetch: Fetch): () => void {
  return afterFirstView(() => {
    unasked.add(fetch)
    fetchNext()
    return () => unasked.delete(fetch)
  })
}

function fetchNext(): void {
  if (underWay.size > 0 || unasked.size === 0) return
  const done = holdUnasked()
  const act = () => {
    const [next] = unasked
    if (underWay.size > 1 || next === undefined) return done()
    unasked.delete(next)
    void next().finally(done)
  }
  if (typeof requestIdleCallback === 'function') requestIdleCallback(act, idleOptions)
  else setTimeout(act, 50)
}

/** Fetches nothing that no one asked for until what it returns is called. */
function holdUnasked(): () => void {
  const one = {}
  underWay.add(one)
  return () => {
    underWay.delete(one)
    fetchNext()
  }
}
