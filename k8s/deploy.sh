#!/bin/sh
# One release to one installation: verifies the chart's signature, upgrades, waits until all are ready; a failure goes back
# to what ran before. Data is never touched: migrations are expand-only, so the release before runs on the new schema.
#   RECIO_REGISTRY=… RECIO_VERSION=1.2.3 RECIO_NAMESPACE=recio k8s/deploy.sh
# RECIO_KUBECONFIG (base64; otherwise KUBECONFIG), RECIO_VALUES (YAML), RECIO_SIGNED_BY (a pattern of the signing workflow;
# "nobody" leaves the check out), RECIO_TIMEOUT (10m)
set -eu

fail() {
    echo "deploy: $*" >&2
    exit 1
}

for name in RECIO_REGISTRY RECIO_VERSION RECIO_NAMESPACE; do
    eval "value=\${$name:-}"
    [ -n "$value" ] || fail "$name must be set"
done
case $RECIO_VERSION in
*[!0-9A-Za-z.+-]*) fail "RECIO_VERSION must be a version such as 1.2.3, was '$RECIO_VERSION'" ;;
esac

place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
if [ -n "${RECIO_KUBECONFIG:-}" ]; then
    (umask 077 && echo "$RECIO_KUBECONFIG" | base64 -d >"$place/kubeconfig") || fail "RECIO_KUBECONFIG must be base64"
    export KUBECONFIG="$place/kubeconfig"
fi
printf '%s\n' "${RECIO_VALUES:-}" >"$place/values.yaml"

chart=$RECIO_REGISTRY/charts/recio
signers=${RECIO_SIGNED_BY:-^https://github.com/.*/.github/workflows/release.yml@refs/tags/v}
if [ "$signers" != nobody ]; then
    cosign verify --certificate-identity-regexp "$signers" \
        --certificate-oidc-issuer https://token.actions.githubusercontent.com "$chart:$RECIO_VERSION" >/dev/null
fi
exec helm upgrade --install recio "oci://$chart" --version "$RECIO_VERSION" --namespace "$RECIO_NAMESPACE" \
    --set-string "image.registry=$RECIO_REGISTRY" --values "$place/values.yaml" \
    --atomic --wait --timeout "${RECIO_TIMEOUT:-10m}"
