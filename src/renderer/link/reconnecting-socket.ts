import type { Millis } from '../../shared/lib/time'
import type { HostProof, Proof } from './host-proof'

const FLOOR: Millis = 250
const CEILING: Millis = 5_000

/**
 * Milliseconds to wait before the next attempt: doubles from 0.25 s to 5 s, minus up to half at random, so that many
 * browsers do not reconnect at the same instant.
 * @param failures consecutive failed attempts
 * @param random returns a number in [0, 1)
 */
function backOff(failures: number, random: () => number): Millis {
  return Math.min(CEILING, FLOOR * 2 ** failures) * (1 - random() / 2)
}

/** The part of a WebSocket that the link uses: the browser's, or the `ws` package's in tests. */
export type WebSocketLike = Pick<
  WebSocket,
  'onopen' | 'onclose' | 'onmessage' | 'onerror' | 'binaryType' | 'send' | 'close'
>

export interface ReconnectOptions {
  readonly url: string
  readonly connect: (url: string) => WebSocketLike
  /** Runs once after `wait` milliseconds. @returns its stop */
  readonly after: (wait: Millis, run: () => void) => () => void
  readonly random: () => number
  /** Without one, anything that answers at the address counts as the engine. */
  readonly proof?: HostProof
}

export interface SocketEvents {
  opened(): void
  received(data: string | ArrayBuffer): void
  /** @param why the result of the proof, if it failed before a socket was opened */
  dropped(why?: Exclude<Proof, 'ours'>): void
}

/** A WebSocket that reconnects by itself. */
export interface ReconnectingSocket {
  /** @returns false when it is not open and nothing was sent */
  send(text: string): boolean
  stop(): void
}

/** Time-out of an attempt: after a wake from sleep one may hang for minutes. */
const ANSWER_WITHIN: Millis = 10_000

/**
 * An open socket that receives nothing for this long is dropped. The engine sends its clock every two seconds; a hung
 * engine or a vanished machine would leave the socket open for many minutes.
 */
const SILENT_FOR: Millis = 15_000

/** Connects, and after each drop connects again with back-off, until stopped. */
export function openReconnectingSocket(options: ReconnectOptions, events: SocketEvents): ReconnectingSocket {
  let open: WebSocketLike | undefined
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
      // Only a socket that receives something resets the back-off: one that opens and drops at once must not be hammered.
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

/** Closes a socket and ignores its late events. */
function silence(socket: WebSocketLike): void {
  socket.onopen = null
  socket.onmessage = null
  socket.onclose = null
  socket.onerror = () => undefined
  socket.close()
}
