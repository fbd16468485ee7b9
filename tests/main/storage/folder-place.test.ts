import { expect, it } from 'vitest'
import { type FolderPlace, isSamePlace } from '../../../src/main/engine/storage/folder-place'

const noted: FolderPlace = { machine: 'm', device: '8', inode: '12', born: '77', path: 'p', boot: 'b1' }

it.each<[string, boolean, Partial<FolderPlace>, Partial<FolderPlace>?]>([
  ['that was not touched', true, {}],
  ['that was moved on its disk', true, { path: 'elsewhere' }],
  ['that was moved, after a restart of the system', true, { path: 'elsewhere', boot: 'b2' }],
  ['on a disk that has another number after a restart', true, { device: '9', boot: 'b2' }],
  ['on a file system that does not say when a file was made', true, { born: '0' }, { born: '0' }],
  ['on one that says so since an upgrade of the system', true, {}, { born: '0' }],
  ['with a key of before paths were noted', true, {}, { path: '', boot: '' }],
  ['that was copied beside itself', false, { inode: '13', born: '78' }],
  ['that was copied where no births are told', false, { inode: '13', born: '0' }, { born: '0' }],
  ['that was put back and got the same inode', false, { born: '78' }],
  ['of another machine', false, { machine: 'n' }],
  ['of another machine on the same network disk', false, { machine: 'n', device: '9', boot: 'b2' }],
  ['that is a snapshot, in the same run of the system', false, { device: '9' }],
  ['that is a snapshot elsewhere, after a restart', false, { device: '9', boot: 'b2', path: 'elsewhere' }],
  ['of before paths were noted, on another device', false, { device: '9' }, { path: '', boot: '' }],
])('[RK2] a folder %s: the same is %s', (_, same, now, before = {}) => {
  expect(isSamePlace({ ...noted, ...before }, { ...noted, ...now })).toBe(same)
})
