#!/bin/sh
# The chart to the registry, signed by digest.
#   native-build/publish-chart.sh
# RECIO_REGISTRY, RECIO_TAG (the project's version), RECIO_SIGN (yes)
. "$(dirname -- "$0")/services.sh"

command -v helm >/dev/null 2>&1 || fail "helm is needed and was not found"
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT

helm package "$home/helm/recio" --version "$tag" --app-version "$tag" --destination "$place"
helm push "$place/recio-$tag.tgz" "oci://$registry/charts" 2>&1 | tee "$place/push"
digest=$(sed -n 's/^Digest: *//p' "$place/push")
[ -n "$digest" ] || fail "the chart was not pushed"
if [ "${RECIO_SIGN:-yes}" = yes ]; then
    cosign sign --yes "$registry/charts/recio@$digest"
fi
