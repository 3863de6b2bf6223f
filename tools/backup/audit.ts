import { createCipheriv, createDecipheriv, createHash, randomBytes, scryptSync } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { auditFiles, publicKeyLine, publicKeyTexts } from '../../packages/server/audit/keys.ts'

interface SealedKey { readonly kdf: 'scrypt'; readonly n: number; readonly r: number; readonly p: number; readonly salt: string; readonly iv: string; readonly tag: string; readonly data: string }
/** What a backup keeps of the files beside the database: the checkpoints, the public keys, and the private key only sealed. */
export interface KeptAudit { readonly checkpoints: readonly string[]; readonly publicKeys: readonly string[]; readonly sha256: string; readonly sealedKey: SealedKey | null }

const shortest = 12
const cost = { n: 131_072, r: 8, p: 1 }
const purpose = Buffer.from('moya-shkola audit checkpoint key 1')

/** The first line of a file that holds a passphrase: words on a command line can be read by everyone on the machine. */
export function readPassphrase(file: string): string {
  const words = readFileSync(file, 'utf8').split(/\r?\n/)[0]?.trim().normalize('NFC') ?? ''
  if (words.length < shortest) throw new Error(`the passphrase in ${file} is shorter than ${shortest} characters`)
  return words
}

/** Reads the files of the audit; to be called before the data are read. */
export async function keptAudit(dataDir: string, passphrase: string | null): Promise<KeptAudit> {
  const files = auditFiles(dataDir)
  // A line that is being appended at this moment has no end yet and is younger than the data.
  const checkpoints = existsSync(files.checkpoints) ? readFileSync(files.checkpoints, 'utf8').split('\n').slice(0, -1) : []
  const publicKeys = await publicKeyTexts(dataDir)
  const sealedKey = passphrase !== null && existsSync(files.privateKey) ? sealKey(readFileSync(files.privateKey), passphrase) : null
  return { checkpoints, publicKeys, sha256: sumOfLines(checkpoints, publicKeys), sealedKey }
}

const sumOfLines = (...lists: (readonly string[])[]): string => createHash('sha256').update(JSON.stringify(lists)).digest('hex')

const keyOf = (passphrase: string, salt: Buffer, { n, r, p }: { n: number; r: number; p: number }): Buffer => scryptSync(passphrase, salt, 32, { N: n, r, p, maxmem: 256 * n * r })

function sealKey(pem: Buffer, passphrase: string): SealedKey {
  const [salt, iv] = [randomBytes(16), randomBytes(12)]
  const cipher = createCipheriv('aes-256-gcm', keyOf(passphrase, salt, cost), iv).setAAD(purpose)
  const data = Buffer.concat([cipher.update(pem), cipher.final()])
  return { kdf: 'scrypt', ...cost, salt: salt.toString('base64url'), iv: iv.toString('base64url'), tag: cipher.getAuthTag().toString('base64url'), data: data.toString('base64url') }
}

/** The private key of a backup, or null when it was left out or no passphrase is given; a wrong passphrase is refused. */
export function openKey({ sealedKey }: KeptAudit, passphrase: string | null): Buffer | null {
  if (passphrase === null) return null
  if (sealedKey === null) throw new Error('the backup holds no sealed key; restore it without --passphrase-file')
  const bytes = (text: string) => Buffer.from(text, 'base64url')
  if (sealedKey.kdf !== 'scrypt' || sealedKey.n > 1_048_576 || sealedKey.r > 16 || sealedKey.p > 4) throw new Error('the key is sealed in a way this version does not know')
  const decipher = createDecipheriv('aes-256-gcm', keyOf(passphrase, bytes(sealedKey.salt), sealedKey), bytes(sealedKey.iv), { authTagLength: 16 }).setAAD(purpose).setAuthTag(bytes(sealedKey.tag))
  try {
    return Buffer.concat([decipher.update(bytes(sealedKey.data)), decipher.final()])
  } catch (cause) {
    throw new Error('the passphrase does not open the key of this backup', { cause })
  }
}

/** Refuses a folder in which checkpoints of other data stand: they would no longer be provable. */
export function refuseUnlessFree(dataDir: string): void {
  const { folder, checkpoints, privateKey, publicKeys } = auditFiles(dataDir)
  const there = [checkpoints, privateKey, publicKeys].find((file) => existsSync(file))
  if (there !== undefined) throw new Error(`${there} belongs to other data; move ${folder} away, or name another DATA_DIR`)
}

/** Puts the files of the audit back beside the restored data. */
export function putAudit(dataDir: string, kept: KeptAudit, key: Buffer | null): void {
  if (sumOfLines(kept.checkpoints, kept.publicKeys) !== kept.sha256) throw new Error('the audit checkpoints came back different')
  const files = auditFiles(dataDir)
  mkdirSync(files.folder, { recursive: true })
  const put = (file: string, content: string | Buffer, mode: number) => writeFileSync(file, content, { mode, flag: 'wx' })
  put(files.publicKeys, kept.publicKeys.map(publicKeyLine).join(''), 0o644)
  if (key !== null) put(files.privateKey, key, 0o600)
  put(files.checkpoints, kept.checkpoints.map((line) => `${line}\n`).join(''), 0o644)
}
