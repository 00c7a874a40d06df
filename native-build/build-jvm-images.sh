#!/bin/sh
# Images on the JVM, from a built tree.
#   native-build/build-jvm-images.sh [--check] [SERVICE…]     --check: only look whether everything is there
# RECIO_REGISTRY (recio), RECIO_TAG (the project's version), RECIO_CONTAINER (docker), BASE_IMAGE (see Dockerfile.jvm)
. "$(dirname -- "$0")/services.sh"

check=no
if [ "${1:-}" = --check ]; then
    check=yes
    shift
fi
[ $# -gt 0 ] || set -- $(all_services)
dockerfile=$home/native-build/Dockerfile.jvm

# Every source that the Dockerfile copies must be in the tree.
require_built() {
    for source in $(sed -n 's/^COPY \([^ ]*\) .*/\1/p' "$dockerfile"); do
        [ -e "$1/$source" ] || fail "$1/$source is missing: build first (./mvnw package -DskipTests)"
    done
}

for service in "$@"; do
    require_service "$service"
    require_built "$home/services/$service/target/quarkus-app"
done
if [ "$check" = yes ]; then
    echo "Everything is built: $*"
    exit 0
fi

require_container
for service in "$@"; do
    echo "Building $registry/$service:$tag"
    "$container" build -q -f "$dockerfile" ${BASE_IMAGE:+--build-arg "BASE_IMAGE=$BASE_IMAGE"} \
        -t "$registry/$service:$tag" "$home/services/$service/target/quarkus-app"
done
