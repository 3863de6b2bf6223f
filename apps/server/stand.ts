// not messages: names of things as registers, keys and rails have them
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { startStand, type StandPerson } from '@school/esia-stand'
import { chooseSigner } from '@school/gost'
import type { Config } from './config.ts'

/** The invented people of the stand: a JSON list of `StandPerson`; the demo country writes it. */
export const peopleFile = (config: Pick<Config, 'dataDir'>): string => join(config.dataDir, 'people.json')

const scopes = 'openid fullname birthdate gender snils usr_org kid_fullname kid_birthdate kid_snils kid_gender'.split(' ')

/** Starts the ЕСИА stand of the demo and returns the configuration with which our server trusts it. Never called in production. */
export async function openStand(config: Config, clock: () => Date = () => new Date()): Promise<{ config: Config; url: string; close(): Promise<void> }> {
  const directory = join(config.dataDir, 'esia')
  mkdirSync(directory, { recursive: true, mode: 0o700 })
  const own = await chooseSigner({ commonName: config.esia.clientId, directory })
  const origins = [...new Set([config.publicUrl, `http://localhost:${config.port}`, `http://127.0.0.1:${config.port}`])]
  const stand = await startStand({
    port: config.esia.port, host: config.host, directory, clock, persons: () => readPeople(peopleFile(config)), publicUrl: new URL(`http://${new URL(config.publicUrl).hostname}:${config.esia.port}`).origin,
    // not a message: the name under which the system is registered
    clients: [{ mnemonic: config.esia.clientId, title: 'Моя школа', certificates: [own.certificatePem], redirects: origins.flatMap((origin) => [`${origin}/auth/`, `${origin}/`]), scopes }],
  })
  const trusted = join(directory, 'stand.crt.pem')
  writeFileSync(trusted, stand.certificatePem)
  const stem = join(directory, `${config.esia.clientId.toLowerCase().replace(/[^a-z0-9]+/g, '-')}.${own.profile}`)
  const esia = { ...config.esia, url: stand.url, keyFile: `${stem}.key.pem`, certificateFile: `${stem}.crt.pem`, trustedFiles: [trusted] }
  return { config: { ...config, esia }, url: stand.url, close: () => stand.close() }
}

async function readPeople(path: string): Promise<StandPerson[]> {
  return existsSync(path) ? JSON.parse(await readFile(path, 'utf8')) as StandPerson[] : []
}
