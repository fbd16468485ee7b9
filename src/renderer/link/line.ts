import type { Millis } from '../../shared/lib/time'
import { backOff } from './back-off'
import type { HostProof, Proof } from './host-proof'

/** What the link needs of a WebSocket: the browser's own, or the `ws` package's in tests. */
export type LineSocket = Pick<
  WebSocket,
  'onopen' | 'onclose' | 'onmessage' | 'onerror' | 'binaryType' | 'send' | 'close'
>

export interface LineOptions {
  readonly url: string
  readonly connect: (url: string) => LineSocket
  /** Runs once after so many wall milliseconds; returns its stop. */
  readonly after: (wait: Millis, run: () => void) => () => void
  readonly random: () => number
  /** Without one, whoever answers at the address is taken for the engine. */
  readonly proof?: HostProof
}

export interface LineEvents {
  opened(): void
  received(data: string | ArrayBuffer): void
  /** @param why what the proof showed, where it was asked and no line was opened */
  dropped(why?: Exclude<Proof, 'ours'>): void
}

/** A line that comes back by itself. */
export interface Line {
  /** False when the line is not open: nothing was sent. */
  send(text: string): boolean
  stop(): void
}

/** An attempt that got no answer by then is given up: a machine that woke from sleep may wait for minutes. */
const ANSWER_WITHIN: Millis = 10_000

/**
 * An open line that carries nothing for so long is given up. The engine reads its clock to each screen every five
 * seconds; one that hangs, or a machine that went away without a word, leaves the socket open for many minutes.
 */
const SILENT_FOR: Millis = 15_000

/** Connects, and after each drop connects again with back-off, until stopped. */
export function openLine(options: LineOptions, events: LineEvents): Line {
  let open: LineSocket | undefined
  let failures = 0
  let leave: () => void = () => undefined

  const later = (why?: Exclude<Proof, 'ours'>): void => {
    leave = options.after(backOff(failures, options.random), attempt)
    failures += 1
    events.dropped(why)
  }

  const attempt = (): void => {
    let isStopped = false
    leave = () => {
      isStopped = true
    }
    const goOn = (shown: Proof): void => {
      if (isStopped) return
      if (shown === 'ours') connect()
      else later(shown)
    }
    if (options.proof === undefined) goOn('ours')
    else void options.proof.prove().then(goOn)
  }

  const connect = (): void => {
    const socket = options.connect(options.url)
    socket.binaryType = 'arraybuffer'
    let stopWaiting = options.after(ANSWER_WITHIN, () => end())
    const heard = () => {
      stopWaiting()
      stopWaiting = options.after(SILENT_FOR, () => end())
    }
    const end = once(() => {
      stopWaiting()
      silence(socket)
      open = undefined
      later()
    })
    socket.onclose = end
    socket.onopen = () => {
      heard()
      open = socket
      void options.proof?.learn()
      events.opened()
    }
    socket.onmessage = event => {
      heard()
      // Only a line that carries something counts as good: one that opens and drops at once must not be hammered.
      failures = 0
      if (typeof event.data === 'string' || event.data instanceof ArrayBuffer) events.received(event.data)
    }
    leave = () => {
      stopWaiting()
      silence(socket)
    }
  }

  attempt()
  return {
    send: text => {
      open?.send(text)
      return open !== undefined
    },
    stop: () => {
      open = undefined
      leave()
    },
  }
}

function once(run: () => void): () => void {
  let done = false
  return () => {
    if (!done) run()
    done = true
  }
}

/** Closes a socket that must not be heard any more. Its late errors are of no interest to anybody. */
function silence(socket: LineSocket): void {
  socket.onopen = null
  socket.onmessage = null
  socket.onclose = null
  socket.onerror = () => undefined
  socket.close()
}
