// not messages: this command speaks to whoever holds a signed document
import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { openContainer, readTrust, verifyDetached, type SignatureVerdict } from '@school/gost'
import { readConfig } from '../apps/server/config.ts'
import { signatureFault } from '../subsystems/identity/web/messages/signature.ru.ts'

const usage = `npm run signature-verify -- <file.sig> <document>     отсоединённая подпись и документ
npm run signature-verify -- <container.asics>         контейнер: документ и подпись в одном файле
  --ca folder    сертификаты центров, которым вы доверяете (по умолчанию SIGNATURE_CA_DIR)
  --crl folder   их списки отзыва (по умолчанию SIGNATURE_CRL_DIR)
  --at moment    проверить на этот момент, например 2026-10-15T12:00:00Z
  --any-key      принять и ключ без отметки «для подписания документов» (ключ сервера, учебный ключ)`

const here = process.env['INIT_CWD'] ?? '.'
const { values, positionals } = options()
const [first, second] = positionals
if (!first || positionals.length > 2) { console.error(usage); process.exit(2) }
const given = await readFile(resolve(here, first))
const contained = second ? { name: second, document: await readFile(resolve(here, second)), signature: given } : openContainer(given)
if (!contained) { console.error(`${first}: не контейнер. Укажите и документ:\n${usage}`); process.exit(2) }

const { signatures } = readConfig({ ...process.env, MODE: 'demo' })
const authorities = values.ca ?? signatures?.authorities
const revocations = values.crl ?? signatures?.revocations ?? null
const trust = authorities ? await readTrust(resolve(here, authorities), revocations === null ? null : resolve(here, revocations)) : { authorities: [], revocations: null }
const verdict = await verifyDetached({
  document: contained.document, signature: contained.signature, trust, now: new Date(), purpose: values['any-key'] ? 'any' : 'person',
  ...(values.at ? { judgeAt: new Date(values.at) } : {}),
})
for (const line of linesOf(contained.name, verdict)) console.log(line)
if (!authorities) console.log('Не указаны доверенные центры: проверена только целостность. Добавьте --ca папка.')
process.exit(verdict.ok ? 0 : 1)

function options() {
  try {
    return parseArgs({ allowPositionals: true, options: { ca: { type: 'string' }, crl: { type: 'string' }, at: { type: 'string' }, 'any-key': { type: 'boolean' } } })
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : String(error)}\n${usage}`)
    process.exit(2)
  }
}

function linesOf(name: string, { ok, faults, signer, signedAt, revocationAsked }: SignatureVerdict): string[] {
  const facts: [string, string | null | undefined][] = [
    ['Документ', name], ['Подписал', signer?.name], ['Организация', signer?.organization], ['СНИЛС', signer?.snils], ['ОГРН', signer?.ogrn], ['ИНН', signer?.inn ?? signer?.organizationInn],
    ['Выдан', signer?.issuer], ['Действует', signer && `${signer.validFrom.toISOString().slice(0, 10)} … ${signer.validUntil.toISOString().slice(0, 10)}`],
    ['Время по часам подписавшего', signedAt?.toISOString()], ['Отзыв', revocationAsked ? 'проверен по спискам' : 'не проверялся'],
  ]
  return [ok ? 'ПОДПИСЬ ВЕРНА' : 'ПОДПИСЬ НЕ ПРИНЯТА', ...faults.map((one) => `  ${signatureFault(one.code, one.details ?? {})}`), ...facts.filter(([, value]) => value).map(([label, value]) => `${label}: ${value}`)]
}
