# Runs any stage: docker run communique ingest|enrich|sink …
# Build the project first (mvn -DskipTests package, or any ./communique command): the image only takes the finished jars.
FROM eclipse-temurin:17-jre

RUN groupadd --system communique && useradd --system --gid communique --home-dir /var/lib/communique communique \
    && mkdir -p /var/lib/communique && chown communique:communique /var/lib/communique

COPY app/target/communique/lib /opt/communique/lib
COPY sources /opt/communique/sources

USER communique
WORKDIR /var/lib/communique
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=75", "-cp", "/opt/communique/lib/*", "io.communique.app.Communique"]
