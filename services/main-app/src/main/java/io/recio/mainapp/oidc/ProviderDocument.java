package io.recio.mainapp.oidc;

import java.net.URI;

/**
 * What a provider tells of itself (OpenID Connect Discovery 1.0, section 3).
 *
 * @param secretInBody whether it takes the client's secret in the form only, not as Basic
 */
record ProviderDocument(URI authorization, URI token, URI keys, boolean secretInBody) {}
