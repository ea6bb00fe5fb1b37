# One image for every service and command: `docker run newsmill run enrich`, `docker run -i newsmill enrich < raw.jsonl`.

FROM maven:3-eclipse-temurin-17 AS build
WORKDIR /build
COPY . .
# The cache keeps Maven's downloads between builds and out of the image.
RUN --mount=type=cache,target=/root/.m2 \
    mvn -B -q -DskipTests -Dspotless.skip=true -pl local -am package \
    && cp local/target/newsmill-local-*.jar local/target/lib/

FROM eclipse-temurin:17-jre
RUN groupadd --system --gid 10001 newsmill \
    && useradd --system --uid 10001 --gid newsmill --home-dir /data --shell /usr/sbin/nologin newsmill \
    && mkdir -p /data /config && chown newsmill:newsmill /data
COPY --from=build /build/local/target/lib /opt/newsmill/lib
COPY newsmill /opt/newsmill/newsmill
ENV NEWSMILL_HOME=/opt/newsmill \
    NEWSMILL_STATE_DIR=/data/state \
    NEWSMILL_SINK_DIRECTORY=/data/articles \
    NEWSMILL_STATUS_PORT=8080 \
    PATH=/opt/newsmill:$PATH
USER newsmill
WORKDIR /data
VOLUME /data
# A service answers 200 while it works. A container that runs a command instead has nothing to answer.
HEALTHCHECK --interval=5s --timeout=3s --start-period=60s --retries=6 \
    CMD curl -fs "http://127.0.0.1:${NEWSMILL_STATUS_PORT}/healthz" || exit 1
ENTRYPOINT ["newsmill"]
CMD ["--help"]
