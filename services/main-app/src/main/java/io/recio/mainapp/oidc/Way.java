package io.recio.mainapp.oidc;

import io.recio.mainapp.MainAppConfig;

/** Everything it takes to go by the provider that is set up. */
record Way(Client client, MainAppConfig.Oidc config, HttpProvider provider, IdTokens tokens, RoleMapping roles) {}
