# One image; the command chooses the process: api/main.ts (the default), worker/main.ts, worker/migrate.ts,
# sftp/main.ts.
# Debian, not Alpine: the native core of @temporalio/worker is built for glibc.
FROM node:20-bookworm-slim AS packages
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev --ignore-scripts

FROM node:20-bookworm-slim
ENV NODE_ENV=production \
    HOST=0.0.0.0 \
    OWNWARD_CACHE_DIR=/app/.cache
WORKDIR /app
# The second is where a volume of partners' files is mounted, which takes its owner from here.
RUN chown node:node /app && install --directory --owner=node --group=node --mode=0700 /var/lib/ownward/sftp
COPY --from=packages /app/node_modules ./node_modules
COPY --chown=node:node package.json package-lock.json tsconfig.json ./
COPY --chown=node:node domain ./domain
COPY --chown=node:node workflows ./workflows
COPY --chown=node:node activities ./activities
COPY --chown=node:node db ./db
COPY --chown=node:node config ./config
COPY --chown=node:node worker ./worker
COPY --chown=node:node sftp ./sftp
COPY --chown=node:node api ./api
# The "node" user of the base image, by number, so that a cluster can see that it is not root.
USER 1000:1000
# Built here, once: otherwise every worker spends its first seconds on it.
RUN ["node", "--import", "tsx", "-e", "require('./worker/bundle').workflowBundle()"]

EXPOSE 3000 2222
HEALTHCHECK --interval=10s --timeout=3s --start-period=20s --retries=3 \
    CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT ?? 3000}/readyz`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["node", "--import", "tsx"]
CMD ["api/main.ts"]
