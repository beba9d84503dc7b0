# Tandem as a container: built in one stage, run from another that holds neither sources nor tools. How to use it stands
# in docs/operating/container.md. Docker does not run where the tests run: this file is held by test/house/deploy.test.ts,
# and what the last stage holds was started without Docker, as the same user, but the image itself was never built there.

FROM node:22-bookworm-slim AS base
WORKDIR /app

# Everything, to build with.
FROM base AS built
COPY package.json package-lock.json ./
RUN npm ci --no-audit --no-fund
COPY . .
RUN node scripts/ready.mjs

# Only what runs; none of it needs its install scripts.
FROM base AS dependencies
COPY package.json package-lock.json ./
RUN npm ci --omit=dev --ignore-scripts --no-audit --no-fund

FROM base
# The uid is fixed, so that files outside (volumes, the master key) can be given to it.
RUN groupadd --gid 10001 tandem \
  && useradd --uid 10001 --gid 10001 --home-dir /data --no-create-home --shell /usr/sbin/nologin tandem \
  && install --directory --owner 10001 --group 10001 --mode 0700 /data
COPY --from=dependencies /app/node_modules ./node_modules
COPY --from=built /app/dist ./dist
COPY --from=built /app/dist-web ./dist-web
# Without sources and without a lock file there is nothing to build or to install at the start.
COPY package.json README.md CHANGELOG.md ./
COPY bin ./bin
COPY scripts/ready.mjs ./scripts/ready.mjs
COPY docs ./docs

ENV TANDEM_DATA_DIR=/data TANDEM_PORT=8080
USER 10001:10001
VOLUME /data
EXPOSE 8080
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.TANDEM_PORT}/health/ready`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]

# No shell between: the signal to stop reaches the server itself.
ENTRYPOINT ["node", "/app/bin/tandem"]
CMD ["start", "--no-demo", "--host", "0.0.0.0"]
