package io.recio.mainapp.oidc;

import java.net.URI;
import java.nio.file.Path;

/** Who we are at which provider. */
record Client(URI issuer, String id, Path secretFile) {}
