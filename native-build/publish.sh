#!/bin/sh
# One service to the registry, from a built tree: the JVM image, the native one, or first one and then the other; each with its
# provenance and bills of materials (the system's by BuildKit, the service's libraries by its own build), signed by digest.
#   native-build/publish.sh SERVICE [jvm|native]
# RECIO_REGISTRY, RECIO_TAG (the project's version), BASE_IMAGE, BUILDER_IMAGE, RUNTIME_IMAGE, XMX (6g)
# RECIO_SIGN_WITH: workflow (the identity of the workflow this runs in), a private key's file, or nobody
# RECIO_SYSTEM_BILL: no leaves out the system's bill, whose scanner is an image of Docker Hub
. "$(dirname -- "$0")/services.sh"

[ $# = 1 ] || [ $# = 2 ] || fail "a service and perhaps a form were expected, found: $*"
service=$1
form=${2:-both}
case $form in
jvm | native | both) ;;
*) fail "the form must be jvm or native, was $form" ;;
esac
signer=${RECIO_SIGN_WITH:-workflow}
require_service "$service"
container=docker
require_container
bill=$home/services/$service/target/quarkus-run-cyclonedx.json
[ -e "$bill" ] || fail "$bill is missing: build first (./recio build)"
metadata=$(mktemp)
trap 'rm -f "$metadata"' EXIT

set_bill=--sbom=true
[ "${RECIO_SYSTEM_BILL:-yes}" = yes ] || set_bill=

# The tag, then the arguments of the build.
publish() {
    image=$registry/$service:$1
    shift
    echo "Publishing $image"
    docker buildx build --push $set_bill --provenance=mode=max --metadata-file "$metadata" -t "$image" "$@"
    digest=$(sed -n 's/.*"containerimage.digest": *"\([^"]*\)".*/\1/p' "$metadata")
    [ -n "$digest" ] || fail "$image has no digest in $(cat "$metadata")"
    case $signer in
    nobody) return ;;
    workflow) set -- --yes ;;
    *) set -- --yes --key "$signer" --tlog-upload=false ;;
    esac
    cosign sign "$@" "$registry/$service@$digest"
    cosign attest "$@" --type cyclonedx --predicate "$bill" "$registry/$service@$digest"
}

if [ "$form" != native ]; then
    publish "$tag" -f "$home/native-build/Dockerfile.jvm" ${BASE_IMAGE:+--build-arg "BASE_IMAGE=$BASE_IMAGE"} \
        "$home/services/$service/target/quarkus-app"
fi
if [ "$form" != jvm ]; then
    publish "$tag-native" -f "$home/native-build/Dockerfile.native" \
        --build-arg "SERVICE=$service" --build-arg "VERSION=$tag" --build-arg "XMX=${XMX:-6g}" \
        ${BUILDER_IMAGE:+--build-arg "BUILDER_IMAGE=$BUILDER_IMAGE"} \
        ${RUNTIME_IMAGE:+--build-arg "RUNTIME_IMAGE=$RUNTIME_IMAGE"} "$home"
fi
