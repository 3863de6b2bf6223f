import assert from 'node:assert/strict'
import { test } from 'node:test'
import { dueAt, isKnownService } from './rules.ts'

const night = { from: '21:00', until: '07:00' }
const at = (iso: string, quiet: typeof night | null = night, zone = 'Europe/Moscow') => dueAt(new Date(iso), zone, quiet).toISOString()

test('what comes at night rings in the morning of the school', () => {
  assert.equal(at('2026-10-15T17:59:59Z'), '2026-10-15T17:59:59.000Z')
  assert.equal(at('2026-10-15T18:00:30Z'), '2026-10-16T04:00:00.000Z')
  assert.equal(at('2026-10-16T03:59:59Z'), '2026-10-16T04:00:00.000Z')
  assert.equal(at('2026-10-16T04:00:00Z'), '2026-10-16T04:00:00.000Z')
  assert.equal(at('2026-10-15T18:00:00Z', night, 'Asia/Vladivostok'), '2026-10-15T21:00:00.000Z')
})
test('quiet hours within one day, and none', () => {
  assert.equal(at('2026-10-15T10:30:00Z', { from: '13:00', until: '15:00' }), '2026-10-15T12:00:00.000Z')
  assert.equal(at('2026-10-15T12:00:00Z', { from: '13:00', until: '15:00' }), '2026-10-15T12:00:00.000Z')
  assert.equal(at('2026-10-15T20:00:00Z', null), '2026-10-15T20:00:00.000Z')
})
test('only known push services are called, by https and nothing else', () => {
  const services = ['fcm.googleapis.com', '*.push.example', 'http://127.0.0.1:4999']
  for (const good of ['https://fcm.googleapis.com/fcm/send/x', 'https://a.push.example/x', 'http://127.0.0.1:4999/x']) assert.equal(isKnownService(good, services), true, good)
  for (const bad of [
    'http://fcm.googleapis.com/x', 'https://fcm.googleapis.com.evil.example/x', 'https://evil.example/fcm.googleapis.com', 'https://fcm.googleapis.com:8443/x', 'https://u:p@fcm.googleapis.com/x', 'https://push.example/x',
    'https://xpush.example/x', 'https://127.0.0.1/x', 'http://127.0.0.1:5000/x', 'file:///etc/passwd', 'https://[::1]/x', 'x',
  ]) assert.equal(isKnownService(bad, services), false, bad)
})
