import { createServer, type IncomingMessage } from 'node:http'
import pg from 'pg'
import { sayReady } from '../child.ts'
import { clockWith } from '../clock.ts'
import { diaryOf } from './diary.ts'
import { putMark } from './mark.ts'
import { pageOf } from './page.ts'
import { todayOf } from './today.ts'

// The least that could answer the same requests with the same bytes: bare HTTP, one statement a request, as the owner of the tables.
// It knows no session, no rights, no row-level security and checks no input.
const clock = clockWith(Number(process.env['BENCH_LAG']))
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text)
const pool = new pg.Pool({ connectionString: process.env['BENCH_URL'], max: 16, options: '-c jit=off' })

async function answer(request: IncomingMessage): Promise<unknown> {
  const [path = '', query = ''] = (request.url ?? '').split('?')
  const parts = path.split('/')
  const [schoolId, kind, id, what] = [parts[3]!, parts[4], parts[5]!, parts[6]]
  if (kind === 'works') return putMark(pool, { schoolId, workId: id, markId: parts[7]!, ...(JSON.parse(await textOf(request)) as { studentId: string; value: string; basedOn: number | null }) }, clock())
  const asked = new URLSearchParams(query)
  if (kind === 'courses') return pageOf(pool, schoolId, id, asked.get('from')!, asked.get('to')!, clock())
  return what === 'diary' ? diaryOf(pool, schoolId, id, asked.get('week')!, clock()) : todayOf(pool, schoolId, id, clock())
}

async function textOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part as Buffer)
  return Buffer.concat(parts).toString()
}

const server = createServer((request, response) => {
  answer(request).then((data) => {
    const body = Buffer.from(JSON.stringify(data))
    response.writeHead(200, { 'content-type': 'application/json; charset=utf-8', 'content-length': body.length }).end(body)
  }, (error: Error) => response.writeHead(500).end(error.stack))
})
server.listen(0, '127.0.0.1', () => sayReady((server.address() as { port: number }).port))
