# Sourced by the build scripts: what has an image, and what they share.
set -eu

home=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd -P)
# Registries know lower case only.
registry=$(printf %s "${RECIO_REGISTRY:-recio}" | tr '[:upper:]' '[:lower:]')
tag=${RECIO_TAG:-$(sed -n 's:^  <version>\(.*\)</version>$:\1:p' "$home/pom.xml" | head -n 1)}
# As a release is tagged, v1.2.3, so its images are 1.2.3.
case $tag in
v[0-9]*) tag=${tag#v} ;;
esac
container=${RECIO_CONTAINER:-docker}

# Every module that Quarkus makes runnable.
all_services() {
    for pom in "$home"/services/*/pom.xml; do
        if grep -q '<artifactId>quarkus-maven-plugin</artifactId>' "$pom"; then
            basename -- "$(dirname -- "$pom")"
        fi
    done
}

fail() {
    echo "native-build: $*" >&2
    exit 1
}

require_service() {
    all_services | grep -qx -- "$1" || fail "service must be one of: $(all_services | paste -sd' ' -); was $1"
}

require_container() {
    command -v "$container" >/dev/null 2>&1 \
        || fail "$container is needed and was not found; RECIO_CONTAINER names another, such as podman"
}
