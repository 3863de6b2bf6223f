import { crc32, deflateSync } from 'node:zlib'
import { newId } from '@school/contract'
import { putFolder, putShare, starNode } from '@school/files/contract'
import { printPdf } from '@school/print'
import { reading } from '@school/server'
import type { Making } from './making.ts'

type Actor = Awaited<ReturnType<Making['stage']['as']>>
const b64 = (text: string) => Buffer.from(text).toString('base64')
const tus = { 'tus-resumable': '1.0.0' }

/** Sends a file as a browser does; the id of the file. */
async function send(by: Actor, folderId: string, name: string, bytes: Buffer): Promise<string> {
  const begun = await by.raw('POST', '/api/files/uploads', undefined, { ...tus, 'upload-length': String(bytes.length), 'upload-metadata': `filename ${b64(name)},folder ${b64(folderId)}` })
  const answer = await by.raw('PATCH', String(begun.headers['location']), bytes, { ...tus, 'content-type': 'application/offset+octet-stream', 'upload-offset': '0' })
  if (answer.statusCode !== 204) throw new Error(`demo: ${name}: ${begun.statusCode} ${answer.statusCode} ${answer.body.slice(0, 300)}`)
  return String(answer.headers['x-file-id'])
}

const chunk = (type: string, data: Buffer) => {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  sum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, sum])
}

/** The parabola y = x² on squared paper, drawn dot by dot. */
function parabola(side = 480): Buffer {
  const rows = Buffer.alloc(side * (side * 3 + 1), 255)
  const paint = (x: number, y: number, colour: readonly [number, number, number]) => { if (x >= 0 && y >= 0 && x < side && y < side) rows.set(colour, y * (side * 3 + 1) + 1 + x * 3) }
  for (let y = 0; y < side; y++) {
    rows[y * (side * 3 + 1)] = 0
    for (let x = 0; x < side; x++) if (x % 24 === 0 || y % 24 === 0) paint(x, y, [222, 226, 240])
  }
  for (let i = 0; i < side; i++) for (const d of [0, 1]) { paint(side / 2 + d, i, [71, 77, 93]); paint(i, side - 48 + d, [71, 77, 93]) }
  for (let i = -20_000; i <= 20_000; i++) {
    const x = i / 4700
    for (const d of [-1, 0, 1]) for (const e of [-1, 0, 1]) paint(Math.round(side / 2 + x * 48) + d, Math.round(side - 48 - x * x * 24) + e, [60, 59, 162])
  }
  const head = Buffer.alloc(13)
  head.writeUInt32BE(side, 0)
  head.writeUInt32BE(side, 4)
  head.set([8, 2, 0, 0, 0], 8)
  return Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), chunk('IHDR', head), chunk('IDAT', deflateSync(rows)), chunk('IEND', Buffer.alloc(0))])
}

const sheet = (making: Making): Promise<Buffer> => printPdf({
  title: 'Проверочная работа: квадратичная функция', language: 'ru', madeAt: making.now,
  blocks: [
    { kind: 'heading', text: 'Квадратичная функция' }, { kind: 'text', text: 'Проверочная работа на 15 минут. Фамилия, имя: ______________________  Класс: ______', quiet: true }, { kind: 'gap', points: 12 },
    { kind: 'text', text: '1. Постройте график функции y = x² и отметьте на нём точки с абсциссами −2, 0 и 3.' }, { kind: 'gap', points: 90 },
    { kind: 'text', text: '2. При каких значениях x значение функции равно 16?' }, { kind: 'gap', points: 60 }, { kind: 'text', text: '3. Сравните, не вычисляя: (−7,2)² и 7,1². Поясните ответ.' },
  ],
})

const plan = '# Урок 19. Функция y = x²\n\n1. Повторение: линейная функция, 7 минут.\n2. Таблица значений по рядам: каждый ряд считает свою половину.\n3. График на клетчатой бумаге, картинка лежит рядом.\n4. Проверочная работа, 15 минут.\n\nДомашнее задание: § 22, № 486, 489.\n'
const table = 'Ученик;Тема;Дата\nВишняков;Параболы вокруг нас;12.12\nЗайцева;История квадратных уравнений;12.12\nКуликов;Фонтаны и траектории;19.12\n'

/** A teacher's own files, a folder shared with a class, and what the school keeps for its staff. */
export async function keepFiles(making: Making): Promise<void> {
  const { stage, country } = making
  const [main] = country.schools
  const load = making.planOf('large').loads.find((one) => one.classTitle === '7Б' && one.subject === 'Алгебра')!
  const found = await reading(stage.composed.kit, { schoolId: main!.schoolId }, async (read) => ({
    teacher: (await read.rows<{ id: string }>('select id from registry.person where snils = $1', [load.teacher.snils]))[0]!.id,
    class: (await read.rows<{ id: string }>(`select id from registry.class_unit where school_id = $1 and grade_level = 7 and letter = 'Б' and closed_on is null`, [main!.schoolId]))[0]!.id,
  }))
  const teacher = await stage.as(found.teacher)
  const known = await teacher.raw('GET', `/api/files/folders/${found.teacher}/nodes`, undefined)
  if ((known.json() as { rows: unknown[] }).rows.length > 0) return // told before
  const folder = async (by: Actor, parentId: string, name: string) => { const id = newId(); await by.call(putFolder, { params: { folderId: id }, body: { parentId, name } }); return id }
  const lessons = await folder(teacher, found.teacher, 'Алгебра, 7 класс')
  const function19 = await folder(teacher, lessons, 'Урок 19. Функция y = x²')
  const planId = await send(teacher, function19, 'План урока.md', Buffer.from(plan))
  await send(teacher, function19, 'План урока.md', Buffer.from(`${plan}\nДобавить: устный счёт в начале.\n`))
  await send(teacher, function19, 'Парабола.png', parabola())
  const test = await send(teacher, function19, 'Проверочная работа.pdf', await sheet(making))
  await send(teacher, lessons, 'Проекты учеников.csv', Buffer.from(table))
  await folder(teacher, found.teacher, 'Олимпиада')
  await send(teacher, found.teacher, 'Заметки.txt', Buffer.from('Заказать миллиметровку.\nСпросить завуча про кабинет 214.\n'))
  await send(teacher, found.class, 'Правила оформления работ.txt', Buffer.from('Поля — четыре клетки. Чертежи — карандашом. Ответ — отдельной строкой.\n'))
  for (const nodeId of [planId, test]) await teacher.call(starNode, { params: { nodeId }, body: { starred: true } })
  await teacher.call(putShare, { params: { nodeId: function19, shareId: newId() }, body: { to: { kind: 'class', classId: found.class }, right: 'view', expiresAt: null } })
  const admin = await stage.as(main!.adminId)
  const rules = await folder(admin, main!.schoolId, 'Для педагогов')
  await send(admin, rules, 'График дежурств.csv', Buffer.from('Неделя;Этаж;Дежурный\n1;1;Соколова\n1;2;Громов\n2;1;Ершова\n'))
  await teacher.call(putShare, { params: { nodeId: lessons, shareId: newId() }, body: { to: { kind: 'person', personId: main!.adminId }, right: 'view', expiresAt: null } })
}
