import { type RefObject, useCallback, useRef, useState } from 'react'
import type { Attachment } from '../../../shared/domain/attachment'
import { type EntryId, newId } from '../../../shared/domain/ids'
import { beginningOf } from '../../../shared/lib/whole-characters'
import { t } from '../../../shared/texts/t'
import { texts } from '../../../shared/texts/texts'
import { useCockpit } from '../../stores/cockpit'
import { judgeAt } from '../../stores/judge'
import { engineNow } from '../../stores/session-store'
import { useCommand } from '../../stores/use-command'
import { tileSource } from './panel-source'
import { type FrozenTile, snapshotPicture, snapshotText } from './snapshot'

const text = texts.metrics

export interface Freeze {
  readonly freeze: () => void
  /** Outcome of the last freeze, shown for a while; empty: nothing was frozen yet. */
  readonly word: string
}

/** Writes what the panels show now, values and picture, as one line of the timeline. */
export function useFreeze(grid: RefObject<HTMLElement | null>): Freeze {
  const { board, session, now: nowStore, commands, pictures } = useCockpit()
  const [word, setWord] = useState('')
  const busy = useRef(false)
  const freeze = useCallback(async () => {
    if (busy.current || grid.current === null) return
    busy.current = true
    const now = engineNow(session)
    const judge = judgeAt(nowStore.getState())
    const { panels, feeds } = board.getState()
    const charts = chartsIn(grid.current)
    const tiles = panels.map(
      (panel): FrozenTile => ({
        panel,
        source: tileSource(panel, feeds, judge),
        chart: charts.get(panel.title) ?? null,
      }),
    )
    const picture = await drawn(() => snapshotPicture(tiles, grid.current ?? document.body), pictures.keep)
    const reply = await commands.send('metrics', 'timeline:append', {
      entry: newId<EntryId>(),
      kind: 'note',
      text: beginningOf(snapshotText(tiles, now), 10_000),
      occurredAt: null,
      // Drawing and storing the picture takes a while; the values are of now.
      enteredAt: now,
      pinned: false,
      ...(picture.kept !== null && { attachments: [picture.kept.hash] }),
    })
    busy.current = false
    if (reply.ok) setWord(picture.problem === '' ? text.frozen : t(text.frozenNumbers, { problem: picture.problem }))
  }, [board, session, nowStore, commands, pictures, grid])
  useCommand('freeze', freeze)
  return { freeze: () => void freeze(), word }
}

/** The canvas of each tile, by the tile's name. */
function chartsIn(grid: HTMLElement): ReadonlyMap<string, HTMLCanvasElement> {
  const found = [...grid.querySelectorAll('article')].flatMap((tile): [string, HTMLCanvasElement][] => {
    const [name, canvas] = [tile.getAttribute('aria-label'), tile.querySelector('canvas')]
    return name === null || canvas === null ? [] : [[name, canvas]]
  })
  return new Map(found)
}

type Keep = (picture: Blob) => Promise<{ ok: true; value: Attachment } | { ok: false; fault: { message: string } }>

/** The values are worth a line even without the picture. */
async function drawn(draw: () => Promise<Blob>, keep: Keep): Promise<{ kept: Attachment | null; problem: string }> {
  try {
    const reply = await keep(await draw())
    return reply.ok ? { kept: reply.value, problem: '' } : { kept: null, problem: reply.fault.message }
  } catch (error) {
    return { kept: null, problem: t(text.noPicture, { problem: String(error) }) }
  }
}
