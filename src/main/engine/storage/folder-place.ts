import { createHash } from 'node:crypto'
import { readFileSync, realpathSync, statSync } from 'node:fs'

/**
 * Where a data folder is, by its database: enough to distinguish a copy of it from itself. None of these texts is ever
 * sent or shown.
 */
export interface FolderPlace {
  readonly machine: string
  readonly device: string
  readonly inode: string
  /** When the database was made, in nanoseconds; `0` where the file system does not say. */
  readonly born: string
  readonly path: string
  /** The run of the system, in which devices keep their numbers. */
  readonly boot: string
}

/** The file system does not say: tmpfs of old kernels, most network mounts. */
const UNKNOWN = '0'

/**
 * [RK2] Whether a folder is where it was noted to be, or was only moved. A copy is another file: it has another inode or
 * another time of birth. A disk gets a new device number when it is mounted, so after a restart of the system the
 * path has to do in their place; within one run another number is another disk, or a snapshot, which has the inodes and
 * births of what it is of.
 */
export function isSamePlace(known: FolderPlace, now: FolderPlace): boolean {
  if (known.machine !== now.machine || known.inode !== now.inode) return false
  // An inode is given to another file once its own is gone.
  if (known.born !== now.born && known.born !== UNKNOWN && now.born !== UNKNOWN) return false
  if (known.device === now.device) return true
  const restarted = known.boot !== '' && known.boot !== now.boot
  return restarted && known.path === now.path
}

export function folderPlaceOf(database: string): FolderPlace {
  const { dev, ino, birthtimeNs } = statSync(database, { bigint: true })
  return {
    machine: hashOf(firstOf('/etc/machine-id', '/var/lib/dbus/machine-id')),
    device: String(dev),
    inode: String(ino),
    born: String(birthtimeNs),
    path: hashOf(realpathSync(database)),
    boot: hashOf(firstOf('/proc/sys/kernel/random/boot_id')),
  }
}

function hashOf(text: string): string {
  return createHash('sha256').update(`quarterdeck ${text}`).digest('hex')
}

/**
 * The first that gives a value. If none does, machines are not distinguished: the name of a computer does not do it,
 * because it changes with a laptop's network, and with each start of a container.
 */
function firstOf(...files: readonly string[]): string {
  for (const file of files) {
    try {
      const text = readFileSync(file, 'utf8').trim()
      if (text !== '') return text
    } catch {
      // Not every system has one.
    }
  }
  return ''
}
