import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { IncidentId } from '../../shared/domain/ids'
import { useCockpit } from './cockpit'
import { browserKey, openTypedWriter, readTyped, storeTyped, type TypedText, type TypedWriter } from './typed-text'

export interface Typed extends TypedText {
  readonly type: (text: string) => void
}

/**
 * [TL9] Half-typed text of a field, stored twice: in the browser's storage, which is there at once on a reload, and on
 * the engine's disk, because a browser writes its own seconds late and loses them if it is killed. The newer of the two
 * is restored. Where another window of this browser has the field too, text typed there appears here, unless the user
 * types here.
 */
export function useTypedText(incident: IncidentId | null, field: string, isTyping: () => boolean): Typed {
  const { link } = useCockpit()
  const place = useMemo(() => ({ incident, field }), [incident, field])
  const [screen] = useState(() => browserKey(localStorage))
  const [typed, setTyped] = useState(() => ({ place, ...readTyped(localStorage, place) }))
  const now = typed.place === place ? typed : { place, ...readTyped(localStorage, place) }
  if (now !== typed) setTyped(now)
  const touched = useRef(false)
  const writer = useRef<{ readonly place: typeof place; readonly to: TypedWriter } | null>(null)
  useEffect(() => {
    const to = openTypedWriter(link, screen, place)
    writer.current = { place, to }
    touched.current = false
    return () => {
      to.stop()
      if (writer.current?.to === to) writer.current = null
    }
  }, [link, screen, place])
  useEffect(() => {
    let here = true
    void link.call('typed-text:read', { ...place, screen }).then(reply => {
      const newer = reply.ok && reply.value.at > readTyped(localStorage, place).at
      // What the user types now is newer than all of it.
      if (here && newer && !touched.current) setTyped({ place, ...reply.value })
    })
    return () => {
      here = false
    }
  }, [link, screen, place])
  const typing = useRef(isTyping)
  typing.current = isTyping
  useEffect(() => {
    const elsewhere = ({ storageArea }: StorageEvent) => {
      if (storageArea !== window.localStorage || (document.hasFocus() && typing.current())) return
      setTyped({ place, ...readTyped(localStorage, place) })
    }
    window.addEventListener('storage', elsewhere)
    return () => window.removeEventListener('storage', elsewhere)
  }, [place])
  const type = useCallback(
    (text: string) => {
      touched.current = true
      const next = { text, at: Date.now() }
      setTyped(known => (known.place === place ? { place, ...next } : known))
      storeTyped(localStorage, place, next)
      if (writer.current?.place === place) return writer.current.to.write(next)
      // The field is gone by now, for instance after its form was sent.
      const late = openTypedWriter(link, screen, place)
      late.write(next)
      late.stop()
    },
    [link, screen, place],
  )
  return { text: now.text, at: now.at, type }
}
