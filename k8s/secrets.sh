#!/bin/sh
# Prints the secrets a release needs, with new random passwords: look at them, then pipe them into kubectl apply -f -.
#   k8s/secrets.sh ADMIN_USER ADMIN_PASSWORD_FILE | kubectl -n recio apply -f -
# A second run makes new passwords: the migration job of the next helm upgrade sets them in the database.
set -eu

[ $# -eq 2 ] && [ -r "$2" ] || {
    echo "secrets.sh: expected ADMIN_USER and a readable ADMIN_PASSWORD_FILE" >&2
    exit 1
}

secret() {
    printf -- '---\napiVersion: v1\nkind: Secret\nmetadata:\n  name: %s\ntype: %s\ndata:\n' "$1" "$2"
    shift 2
    while [ $# -gt 0 ]; do
        printf '  %s: %s\n' "$1" "$(printf %s "$2" | base64 | tr -d '\n')"
        shift 2
    done
}

secret recio-database-admin kubernetes.io/basic-auth username "$1" password "$(cat "$2")"

for module in symbol-price-watchdog kalshi-api-watchdog kalshi-account-sync unified-production-coordinator \
    auto-entry-supervisor trade-manager trade-executor active-trade-supervisor main-app cascading-failure-detector \
    system-monitor; do
    secret "recio-database-$module" Opaque password "$(openssl rand -hex 24)"
done

# Tokens of scripts (scripts.existingSecret=recio-scripts).
key=$(openssl genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:2048)
secret recio-scripts Opaque private-key.pem "$key" \
    public-key.pem "$(printf '%s\n' "$key" | openssl pkey -pubout)"

# Our account at the simulator (modes simulated and paper).
key=$(openssl genpkey -algorithm ed25519)
secret recio-simulator-key Opaque private-key.pem "$key" \
    public-key.pem "$(printf '%s\n' "$key" | openssl pkey -pubout)"
