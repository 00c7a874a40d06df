#!/bin/sh
# One service to the registry, from a built tree: the JVM image, then the native one; each with its bill of materials and
# provenance, signed by digest.
#   native-build/publish.sh SERVICE
# RECIO_REGISTRY, RECIO_TAG (the project's version), RECIO_SIGN (yes), BASE_IMAGE, BUILDER_IMAGE, RUNTIME_IMAGE, XMX (6g)
. "$(dirname -- "$0")/services.sh"

[ $# = 1 ] || fail "one service was expected, found $#: $*"
service=$1
require_service "$service"
require_container
metadata=$(mktemp)
trap 'rm -f "$metadata"' EXIT

# name, then the arguments of the build.
publish() {
    image=$registry/$service:$1
    shift
    echo "Publishing $image"
    docker buildx build --push --sbom=true --provenance=mode=max --metadata-file "$metadata" -t "$image" "$@"
    if [ "${RECIO_SIGN:-yes}" = yes ]; then
        digest=$(sed -n 's/.*"containerimage.digest": *"\([^"]*\)".*/\1/p' "$metadata")
        [ -n "$digest" ] || fail "$image has no digest in $(cat "$metadata")"
        cosign sign --yes "$registry/$service@$digest"
    fi
}

publish "$tag" -f "$home/native-build/Dockerfile.jvm" ${BASE_IMAGE:+--build-arg "BASE_IMAGE=$BASE_IMAGE"} \
    "$home/services/$service/target/quarkus-app"
publish "$tag-native" -f "$home/native-build/Dockerfile.native" \
    --build-arg "SERVICE=$service" --build-arg "XMX=${XMX:-6g}" \
    ${BUILDER_IMAGE:+--build-arg "BUILDER_IMAGE=$BUILDER_IMAGE"} \
    ${RUNTIME_IMAGE:+--build-arg "RUNTIME_IMAGE=$RUNTIME_IMAGE"} "$home"
