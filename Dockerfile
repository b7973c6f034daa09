# The site as an image. It holds no secret, runs as nobody, and writes nothing to its file system.
#
# To build from exactly the base that you have checked, pin it: take the digest that
#   docker buildx imagetools inspect python:3.11-slim-bookworm
# shows, and write python:3.11-slim-bookworm@sha256:… in both FROM lines.
FROM python:3.11-slim-bookworm AS made
WORKDIR /srv/site
COPY requirements.txt ./
# Wheels alone, and only those whose sums are in the file: nothing is compiled, and no code of a package runs here.
RUN python -m venv /srv/python \
 && /srv/python/bin/pip install --disable-pip-version-check --no-cache-dir --no-compile \
      --only-binary :all: --require-hashes -r requirements.txt \
 && /srv/python/bin/python -m compileall -q /srv/python/lib
COPY app.py ./
COPY safety safety
COPY content content
COPY templates templates
COPY static static
# The static files are packed here, once, so that a start is quick and needs no place to write.
RUN /srv/python/bin/python -m compileall -q app.py safety \
 && /srv/python/bin/python -m safety.web.assets /srv/instance

FROM python:3.11-slim-bookworm
COPY --from=made /srv /srv
WORKDIR /srv/site
ENV INSTANCE=/srv/instance HOST=0.0.0.0 PYTHONDONTWRITEBYTECODE=1
# A number: it needs no name in the image, and a platform can see that it is not root.
USER 10001:10001
EXPOSE 8000
HEALTHCHECK --interval=30s --timeout=10s --start-period=30s CMD ["/srv/python/bin/python", "-m", "safety.web.serving.healthy"]
CMD ["/srv/python/bin/python", "app.py"]
