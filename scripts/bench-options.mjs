/** Default limit of a bench in minutes: the longest takes some six on an idle machine. */
const MINUTES = 20
const MOST_MINUTES = 600

const USAGE = 'npm run bench -- [--json] [--limit MINUTES] [NAME ...]'

/**
 * @typedef {{ readonly ok: true, readonly names: readonly string[], readonly json: boolean, readonly limit: number }} BenchWords
 * What to run, in the order of the benches; `limit` is in milliseconds, for each.
 */

/**
 * Reads the command line of the bench runner. No name means all benches.
 * @param {readonly string[]} words
 * @param {readonly string[]} benches the names that there are
 * @returns {BenchWords | { readonly ok: false, readonly message: string }}
 */
export function parseBenchWords(words, benches) {
  const [named, minutes] = [new Set(), { count: MINUTES }]
  let json = false
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? ''
    if (word === '--json') json = true
    else if (word === '--limit') {
      at += 1
      const count = Number(words[at])
      if (!(count > 0 && count <= MOST_MINUTES)) return refused(`--limit takes minutes, up to ${MOST_MINUTES}.`)
      minutes.count = count
    } else if (word.startsWith('-')) return refused(`There is no option ${JSON.stringify(word)}.`)
    else if (benches.includes(word)) named.add(word)
    else return refused(`There is no bench ${JSON.stringify(word)}. There are: ${benches.join(', ')}.`)
  }
  const names = named.size === 0 ? benches : benches.filter(name => named.has(name))
  return { ok: true, names, json, limit: minutes.count * 60_000 }
}

/** @param {string} why @returns {{ readonly ok: false, readonly message: string }} */
function refused(why) {
  return { ok: false, message: `${why}\nUsage: ${USAGE}` }
}
