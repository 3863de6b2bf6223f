import assert from 'node:assert/strict'
import { test } from 'node:test'
import { lintCompose, lintDockerfile } from './containers.ts'

const sound = ['FROM node:24.11.0-slim AS build', 'COPY package.json ./', 'RUN npm ci', 'FROM debian:12.12-slim', 'COPY --from=build /app app', 'USER school', 'EXPOSE 3000', 'HEALTHCHECK CMD ["true"]', 'CMD ["node"]'].join('\n')
const here = (path: string) => path === 'package.json'

test('a sound Dockerfile passes', () => assert.deepEqual(lintDockerfile(sound, here), []))

const breaches: [string, string, RegExp][] = [
  ['node:24.11.0-slim', 'node:latest', /not pinned/], ['debian:12.12-slim', 'debian', /not pinned/], ['USER school', 'USER root', /as root/], ['USER school', '', /as root/],
  ['HEALTHCHECK CMD ["true"]', '', /no HEALTHCHECK/], ['CMD ["node"]', 'CMD node', /shell form/], ['npm ci', 'npm install', /npm ci/], ['COPY package.json', 'ADD package.json', /use COPY/],
  ['COPY package.json', 'COPY nothing.json', /not in the project/], ['--from=build', '--from=other', /no stage/], ['RUN npm ci', 'RUN apt-get install -y curl', /no-install-recommends/],
  ['USER school', 'ENV DB_PASSWORD=1\nUSER school', /secret/], ['EXPOSE', 'EXPOSES', /unknown instruction/],
]
for (const [from, to, says] of breaches) {
  test(`a Dockerfile with "${to || `no ${from}`}" is refused`, () => assert.match(lintDockerfile(sound.replace(from, to), here).join('\n'), says))
}

const compose = 'services:\n  database:\n    image: postgres:18.4\n    restart: always\n    environment:\n      POSTGRES_PASSWORD: ${POSTGRES_PASSWORD:?}\n    healthcheck:\n      test: x\n    security_opt:\n      - no-new-privileges:true\n'

test('a sound compose file passes', () => assert.deepEqual(lintCompose(compose), []))

const composeBreaches: [string, string, RegExp][] = [
  ['postgres:18.4', 'postgres:latest', /not pinned/], ['${POSTGRES_PASSWORD:?}', 'secret1', /secret written/], ['    restart: always\n', '', /does not restart/],
  ['no-new-privileges:true', 'seccomp:x', /gain privileges/], ['    healthcheck:\n      test: x\n', '', /health check/], ['    restart: always', '    restart: always\n    privileged: true', /whole machine/],
  ['    restart: always', '    restart: always\n    ports:\n      - 5432:5432', /to the network/], ['    restart', '\trestart', /tab/],
]
for (const [from, to, says] of composeBreaches) {
  test(`a compose file with ${JSON.stringify(to || `no ${from.trim()}`)} is refused`, () => assert.match(lintCompose(compose.replace(from, to)).join('\n'), says))
}
