#!/bin/sh
# Native images, one service after another: each build takes minutes and up to XMX of memory.
#   native-build/build-native.sh [SERVICE…]              images, in the Mandrel builder image
#   native-build/build-native.sh --local [SERVICE…]      programs only, with the native-image of GRAALVM_HOME
# RECIO_CACHE, a directory, keeps the layers: what has not changed is not built again (needs buildx).
# RECIO_MAVEN names another Maven than ./mvnw; XMX (6g), RECIO_REGISTRY (recio), RECIO_TAG (<version>-native), RECIO_CONTAINER (docker), BUILDER_IMAGE, RUNTIME_IMAGE
. "$(dirname -- "$0")/services.sh"

local=no
if [ "${1:-}" = --local ]; then
    local=yes
    shift
fi
[ $# -gt 0 ] || set -- $(all_services)
xmx=${XMX:-6g}
[ -n "${RECIO_TAG:-}" ] || tag=$tag-native

for service in "$@"; do
    require_service "$service"
done

if [ "$local" = yes ]; then
    [ -x "${GRAALVM_HOME:-}/bin/native-image" ] || fail "GRAALVM_HOME must hold bin/native-image, was '${GRAALVM_HOME:-}'"
    for service in "$@"; do
        echo "Building services/$service/target/*-runner"
        (cd "$home" && "${RECIO_MAVEN:-./mvnw}" -B -ntp -q -pl "services/$service" -am package -DskipTests -Dspotless.check.skip \
            -Dquarkus.native.enabled=true -Dquarkus.package.jar.enabled=false "-Dquarkus.native.native-image-xmx=$xmx")
    done
    exit 0
fi

require_container
for service in "$@"; do
    echo "Building $registry/$service:$tag"
    if [ -n "${RECIO_CACHE:-}" ]; then
        set_cache="--load --cache-from type=local,src=$RECIO_CACHE --cache-to type=local,dest=$RECIO_CACHE,mode=max"
    fi
    DOCKER_BUILDKIT=1 "$container" ${set_cache:+buildx} build ${set_cache:-} -f "$home/native-build/Dockerfile.native" \
        --build-arg "SERVICE=$service" --build-arg "XMX=$xmx" \
        ${BUILDER_IMAGE:+--build-arg "BUILDER_IMAGE=$BUILDER_IMAGE"} \
        ${RUNTIME_IMAGE:+--build-arg "RUNTIME_IMAGE=$RUNTIME_IMAGE"} \
        -t "$registry/$service:$tag" "$home"
done
