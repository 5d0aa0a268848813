# Two stages: one builds the package, the other has nothing but it. bench/package/docker-steps.ts does the same without Docker.
# The Node that the tests run on.
ARG NODE=20-bookworm-slim
FROM node:$NODE AS build
WORKDIR /src
COPY package.json package-lock.json .npmrc ./
RUN npm ci --no-audit --no-fund
COPY . .
# Where everything is to lie below a path: /annals.
ARG ANNALS_BASE_PATH=
RUN npm pack --pack-destination /tmp

FROM node:$NODE
ARG ANNALS_BASE_PATH=
ENV ANNALS_BASE_PATH=$ANNALS_BASE_PATH
WORKDIR /app
COPY --from=build /tmp/annals-*.tgz /tmp/annals.tgz
RUN echo '{"private":true}' > package.json \
  && npm install --omit=dev --no-audit --no-fund --cache /tmp/npm /tmp/annals.tgz \
  # Of Next, and not used where nothing is compiled: a compiler, a scaler of photographs, maps of its sources.
  && rm -rf node_modules/@next/swc-* node_modules/sharp node_modules/@img \
  && find node_modules/next -name '*.map' -delete \
  && rm -r /tmp/annals.tgz /tmp/npm \
  && install -d -o 1000 -g 1000 /store
ENV HOST=0.0.0.0 PORT=3000 ANNALS_STORE=/store
# `node` of the image; a number, so that whoever runs it can see that it is not root.
USER 1000
VOLUME /store
EXPOSE 3000
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s \
  CMD ["node", "-e", "fetch('http://127.0.0.1:' + process.env.PORT + (process.env.ANNALS_BASE_PATH || '') + '/healthz?ready').then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
# Not through npm, which would stand between the signal and the server.
CMD ["node", "node_modules/annals/bin/annals.cjs", "serve"]
