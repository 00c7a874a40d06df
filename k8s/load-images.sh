#!/bin/sh
# The images that native-build/build-jvm-images.sh made, into a kind cluster.
#   k8s/load-images.sh [CLUSTER]
. "$(dirname -- "$0")/../native-build/services.sh"

cluster=${1:-recio}
command -v kind >/dev/null 2>&1 || fail "kind is needed and was not found"
for service in $(all_services); do
    kind load docker-image --name "$cluster" "$registry/$service:$tag"
done
