import { join } from 'node:path'
import { type Journal, openJournal } from '../journal'
import type { Scene } from '../scene'
import { type StandInAnswer, type StandInRequest, type StandInServer, startStandIn } from './server'

/**
 * A stand-in with a journal in the drill's folder, which is open as long as the stand-in listens. Rejects when the
 * journal is damaged or no port can be had.
 */
export async function startRecordingStandIn<Fact>(
  scene: Scene,
  options: { name: string; file: string; fact: { parse(line: unknown): Fact } },
  answering: (journal: Journal<Fact>) => (request: StandInRequest) => StandInAnswer,
): Promise<StandInServer> {
  const journal = openJournal(join(scene.folder, options.file), line => options.fact.parse(line))
  try {
    const standIn = await startStandIn(options.name, answering(journal), scene.logger)
    return {
      origin: standIn.origin,
      stop: async () => {
        await standIn.stop()
        journal.close()
      },
    }
  } catch (error) {
    journal.close()
    throw error
  }
}
