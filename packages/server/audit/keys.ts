import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto'
import { appendFile, mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** What stands beside the database so that nobody can rewrite the audit alone: signed checkpoints, the key, every public key there ever was. */
export const auditFiles = (dataDir: string) => {
  const folder = join(dataDir, 'audit')
  return { folder, checkpoints: join(folder, 'checkpoints.jsonl'), privateKey: join(folder, 'checkpoint-key.pem'), publicKeys: join(folder, 'public-keys.jsonl') }
}

const textOr = (file: string, instead: string): Promise<string> => readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
  if (error.code === 'ENOENT') return instead
  throw error
})

/** The key that signs checkpoints; made on first use and kept outside the database. A new key begins a new segment: what older keys signed stays provable. */
export async function checkpointKey(dataDir: string): Promise<KeyObject> {
  const files = auditFiles(dataDir)
  await mkdir(files.folder, { recursive: true })
  const pem = await textOr(files.privateKey, '')
  const key = pem === '' ? generateKeyPairSync('ed25519').privateKey : createPrivateKey(pem)
  if (pem === '') await writeFile(files.privateKey, key.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600, flag: 'wx' })
  const own = plain(createPublicKey(key))
  if (!(await listed(dataDir)).includes(own)) await appendFile(files.publicKeys, publicKeyLine(own))
  return key
}

const plain = (key: KeyObject): string => key.export({ type: 'spki', format: 'der' }).toString('base64url')

async function listed(dataDir: string): Promise<string[]> {
  return (await textOr(auditFiles(dataDir).publicKeys, '')).split('\n').filter(Boolean).map((line) => (JSON.parse(line) as { publicKey: string }).publicKey)
}

/** Every public key that ever signed checkpoints of these data, in order; a folder older than the list knows its one key. */
export async function publicKeyTexts(dataDir: string): Promise<string[]> {
  const pem = await textOr(auditFiles(dataDir).privateKey, '')
  return [...new Set([...await listed(dataDir), ...(pem === '' ? [] : [plain(createPublicKey(createPrivateKey(pem)))])])]
}

/** The same as keys that verify. */
export const checkpointPublicKeys = async (dataDir: string): Promise<KeyObject[]> =>
  (await publicKeyTexts(dataDir)).map((text) => createPublicKey({ key: Buffer.from(text, 'base64url'), format: 'der', type: 'spki' }))

export const publicKeyLine = (text: string): string => `${JSON.stringify({ publicKey: text })}\n`
