/**
 * What the person who started Quarterdeck can mend: a file, a folder, an option. The start ends with its `message`, one
 * line that names the thing and the way out, and with exit code 2. It holds no token.
 */
export class StartProblem extends Error {
  override readonly name = 'StartProblem'
}
