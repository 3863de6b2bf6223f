# syntax=docker/dockerfile:1.9
# Node comes pinned from the lock file (node_modules/.bin/node); the image only brings npm and the system libraries.
FROM node:24.11.0-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
COPY apps/server/package.json apps/server/
COPY apps/web/package.json apps/web/
COPY apps/esia-stand/package.json apps/esia-stand/
COPY packages packages
COPY subsystems subsystems
RUN npm ci --no-audit --no-fund
COPY . .
RUN node_modules/.bin/node tools/build.ts

FROM node:24.11.0-bookworm-slim AS dependencies
WORKDIR /app
COPY --from=build /app/package.json /app/package-lock.json /app/.npmrc ./
COPY --from=build /app/apps apps
COPY --from=build /app/packages packages
COPY --from=build /app/subsystems subsystems
RUN npm ci --omit=dev --no-audit --no-fund

FROM debian:12.12-slim AS run
# The ГОСТ engine of OpenSSL signs and verifies as ЕСИА demands. Versions are Debian's current ones: security updates are wanted.
RUN apt-get update \
  && apt-get install -y --no-install-recommends ca-certificates openssl libengine-gost-openssl \
  && rm -rf /var/lib/apt/lists/* \
  && groupadd --gid 10001 school && useradd --uid 10001 --gid school --no-create-home --shell /usr/sbin/nologin school \
  && install -d -o school -g school /data
WORKDIR /app
COPY --from=dependencies /app/node_modules node_modules
COPY --from=build /app/package.json ./
COPY --from=build /app/tools tools
COPY --from=dependencies /app/packages packages
COPY --from=dependencies /app/subsystems subsystems
COPY --from=build /app/apps apps
ENV MODE=production HOST=0.0.0.0 PORT=3000 DATA_DIR=/data PATH=/app/node_modules/.bin:/usr/local/bin:/usr/bin:/bin
USER school
EXPOSE 3000
VOLUME ["/data"]
HEALTHCHECK --interval=10s --timeout=3s --start-period=60s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/health/ready`).then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
STOPSIGNAL SIGTERM
CMD ["node", "tools/start.ts"]
