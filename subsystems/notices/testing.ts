import { createDecipheriv, createECDH, createPublicKey, hkdfSync, randomBytes, verify } from 'node:crypto'
import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'

interface Received { readonly path: string; readonly headers: IncomingHttpHeaders; readonly message: Record<string, unknown> }

/** A push service on this machine and the browsers behind it: it believes only a good signature, and decrypts as a browser does. */
export async function fakePushService() {
  const browsers = new Map<string, { open(body: Buffer): string }>()
  const received: Received[] = []
  let answer: (path: string) => number = () => 201
  const server = createServer((request, response) => {
    const parts: Buffer[] = []
    request.on('data', (part: Buffer) => parts.push(part))
    request.on('end', () => {
      const path = request.url ?? ''
      const status = isSigned(request.headers.authorization ?? '') ? answer(path) : 403
      const browser = browsers.get(path)
      if (status === 201 && browser) received.push({ path, headers: request.headers, message: JSON.parse(browser.open(Buffer.concat(parts))) as Record<string, unknown> })
      response.writeHead(status).end()
    })
  })
  await new Promise<void>((done) => { server.listen(0, '127.0.0.1', done) })
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    origin, received,
    answerWith(status: (path: string) => number) { answer = status },
    /** A browser that subscribes. */
    subscribe(path: string) {
      const keys = createECDH('prime256v1')
      keys.generateKeys()
      const auth = randomBytes(16)
      browsers.set(path, { open: (body) => opened(body, keys, auth) })
      return { endpoint: origin + path, p256dh: keys.getPublicKey().toString('base64url'), auth: auth.toString('base64url') }
    },
    close: () => new Promise((done) => { server.close(done); server.closeAllConnections() }),
  }
}

function opened(body: Buffer, keys: ReturnType<typeof createECDH>, auth: Buffer): string {
  const [salt, sender, sealed] = [body.subarray(0, 16), body.subarray(21, 86), body.subarray(86)]
  const derive = (key: Buffer, with_: Buffer, info: Buffer, length: number) => Buffer.from(hkdfSync('sha256', key, with_, info, length))
  const shared = derive(keys.computeSecret(sender), auth, Buffer.concat([Buffer.from('WebPush: info\0'), keys.getPublicKey(), sender]), 32)
  const plain = createDecipheriv('aes-128-gcm', derive(shared, salt, Buffer.from('Content-Encoding: aes128gcm\0'), 16), derive(shared, salt, Buffer.from('Content-Encoding: nonce\0'), 12))
  plain.setAuthTag(sealed.subarray(-16))
  const text = Buffer.concat([plain.update(sealed.subarray(0, -16)), plain.final()])
  return text.subarray(0, text.lastIndexOf(2)).toString()
}

function isSigned(authorization: string): boolean {
  const [, head = '', claims = '', signature = '', key = ''] = /^vapid t=([\w-]+)\.([\w-]+)\.([\w-]+), k=([\w-]+)$/.exec(authorization) ?? []
  if (key === '') return false
  const point = Buffer.from(key, 'base64url')
  const publicKey = createPublicKey({ format: 'jwk', key: { kty: 'EC', crv: 'P-256', x: point.subarray(1, 33).toString('base64url'), y: point.subarray(33).toString('base64url') } })
  return verify('sha256', Buffer.from(`${head}.${claims}`), { key: publicKey, dsaEncoding: 'ieee-p1363' }, Buffer.from(signature, 'base64url'))
}
