import { homedir } from 'node:os'
import { join, resolve } from 'node:path'

// Plain JavaScript, because `npm start` reads it under Node 20 before anything is installed or built.

/**
 * What a person asked for on the command line.
 * @typedef {object} Options
 * @property {boolean} web Serve browsers, even where the desktop app could open.
 * @property {number} port Of the browser host; 0 means any free one.
 * @property {string} data Absolute path of the data folder.
 * @property {string | null} drill Name of the drill to run, or null for none.
 * @property {number} speed Drill milliseconds per wall-clock millisecond.
 * @property {boolean} open Open the default browser when the browser host is ready.
 * @property {boolean} wall Give a link for a wallboard, which only watches.
 * @property {boolean} signOut End the sessions of all browsers, and nothing else.
 * @property {string | null} file A bundle to open once it runs, as an absolute path.
 * @property {boolean} help
 */

/** @typedef {{ readonly ok: true, readonly options: Readonly<Options> } | { readonly ok: false, readonly message: string }} ParsedOptions */

/** @typedef {{ readonly home?: string, readonly from?: string, readonly environment?: Readonly<Record<string, string | undefined>> }} Surroundings */

/**
 * Takes one option's word into the options, or says what is wrong with it.
 * @typedef {(options: Options, word: string, from: string) => string | null} TakeWord
 */

export const DEFAULT_PORT = 4173
export const DEFAULT_DRILL = 'payments-outage'

const WAY_OUT = 'npm start -- --help lists the options.'

export const HELP = `Usage: npm start -- [options]

  --web          serve the cockpit to a browser, even where the desktop app could open
  --port N       port of the browser host, 0 for any free one (default ${DEFAULT_PORT})
  --data DIR     folder of the record (default ~/.quarterdeck, or QUARTERDECK_DATA)
  --drill NAME   run this drill (default ${DEFAULT_DRILL})
  --no-drill     no drill: only the connections of the settings
  --speed X      how fast drill time runs, 0.1 to 600 (default 1)
  --no-open      do not open a browser
  --wall         also give a link for a wallboard: whoever opens it sees the wall and can change nothing
  --sign-out     sign every browser out, also while Quarterdeck runs, and end
  --file FILE    look at this .quarterdeck file, also where Quarterdeck runs already
  --help         this text
`

/** @type {Readonly<Record<string, (options: Options) => void>>} */
const flags = {
  '--web': options => {
    options.web = true
  },
  '--no-drill': options => {
    options.drill = null
  },
  '--no-open': options => {
    options.open = false
  },
  '--wall': options => {
    options.wall = true
  },
  '--sign-out': options => {
    options.signOut = true
  },
  '--help': options => {
    options.help = true
  },
}

/** @type {Readonly<Record<string, TakeWord>>} */
const worded = {
  '--port': (options, word) => {
    options.port = Number(word)
    return /^\d{1,5}$/.test(word) && options.port <= 65_535 ? null : 'a whole number from 0 to 65535'
  },
  '--data': (options, word, from) => {
    options.data = resolve(from, word)
    return word === '' ? 'a folder' : null
  },
  '--file': (options, word, from) => {
    options.file = resolve(from, word)
    return word === '' ? 'a .quarterdeck file' : null
  },
  '--drill': (options, word) => {
    options.drill = word
    // The name becomes a file name and a folder name.
    return /^[a-z0-9][a-z0-9-]{0,63}$/.test(word) ? null : `the name of a drill, such as ${DEFAULT_DRILL}`
  },
  '--speed': (options, word) => {
    options.speed = Number(word)
    return /^\d+(\.\d+)?$/.test(word) && options.speed >= 0.1 && options.speed <= 600
      ? null
      : 'a number from 0.1 to 600'
  },
}

/**
 * Parses a command line. A wrong option gives one line that names it and the way out.
 * @param {readonly string[]} argv What follows the program's own name.
 * @param {Surroundings} [surroundings] Where relative paths start and where the default data folder is.
 * @returns {ParsedOptions}
 */
export function parseOptions(argv, surroundings = {}) {
  const options = defaults(surroundings)
  const from = surroundings.from ?? process.cwd()
  const words = [...argv]
  for (let word = words.shift(); word !== undefined; word = words.shift()) {
    const [name, joined] = splitAtEquals(word)
    const flag = own(flags, name)
    const take = own(worded, name)
    if (flag !== null && joined === null) flag(options)
    else if (flag !== null) return wrong(`Option ${name} takes no value.`)
    else if (take === null) return wrong(`Unknown option ${JSON.stringify(name)}.`)
    else {
      const value = joined ?? words.shift()
      if (value === undefined || value.startsWith('--')) return wrong(`Option ${name} needs a value.`)
      const expected = take(options, value, from)
      if (expected !== null) return wrong(`Option ${name} must be ${expected}, not ${JSON.stringify(value)}.`)
    }
  }
  return { ok: true, options }
}

/**
 * The command line that gives these options again, for a process that is started on their behalf.
 * @param {Readonly<Options>} options
 * @returns {string[]}
 */
export function toArguments(options) {
  return [
    ...(options.web ? ['--web'] : []),
    ...['--port', String(options.port), '--data', options.data],
    ...(options.drill === null ? ['--no-drill'] : ['--drill', options.drill]),
    ...['--speed', String(options.speed)],
    ...(options.open ? [] : ['--no-open']),
    ...(options.wall ? ['--wall'] : []),
    ...(options.file === null ? [] : ['--file', options.file]),
  ]
}

/**
 * @param {Surroundings} surroundings
 * @returns {Options}
 */
function defaults({ home = homedir(), from = process.cwd(), environment = process.env }) {
  const data = environment.QUARTERDECK_DATA ? resolve(from, environment.QUARTERDECK_DATA) : join(home, '.quarterdeck')
  return {
    web: false,
    port: DEFAULT_PORT,
    data,
    drill: DEFAULT_DRILL,
    speed: 1,
    open: true,
    wall: false,
    signOut: false,
    file: null,
    help: false,
  }
}

/**
 * `--port=80` is `--port 80`.
 * @param {string} word
 * @returns {[name: string, joined: string | null]}
 */
function splitAtEquals(word) {
  const at = word.startsWith('--') ? word.indexOf('=') : -1
  return at < 0 ? [word, null] : [word.slice(0, at), word.slice(at + 1)]
}

/**
 * @template Value
 * @param {Readonly<Record<string, Value>>} table
 * @param {string} name
 * @returns {Value | null}
 */
function own(table, name) {
  return Object.hasOwn(table, name) ? (table[name] ?? null) : null
}

/**
 * @param {string} problem
 * @returns {ParsedOptions}
 */
function wrong(problem) {
  return { ok: false, message: `${problem} ${WAY_OUT}` }
}
