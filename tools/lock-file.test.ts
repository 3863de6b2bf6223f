import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { root } from './files.ts'
import { missingPlatforms } from './lock-file.ts'
import type { LockFile } from './lock-file.ts'

test('the lock file lists every platform, so that npm ci accepts it everywhere; `node tools/lock-file.ts` completes it', () => {
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as LockFile
  assert.deepEqual(missingPlatforms(lock).map((one) => one.name), [])
})

test('a forgotten platform is found with its system', () => {
  const lock = { packages: { 'node_modules/x': { optionalDependencies: { '@x/binding-linux-arm-musleabihf': '1.0.0', '@x/binding-win32-x64-msvc': '1.0.0' } }, 'node_modules/@x/binding-win32-x64-msvc': {} } }
  assert.deepEqual(missingPlatforms(lock), [{ name: '@x/binding-linux-arm-musleabihf', entry: { version: '1.0.0', os: ['linux'], cpu: ['arm'], libc: ['musl'], optional: true } }])
})
