package io.recio.mainapp.oidc;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who the provider says somebody is.
 *
 * @param subject never given to another person by this issuer
 * @param name as wished; null: the provider tells none
 * @param secondsSinceAsked how long before the token the person was asked by the provider, on its clock; null: it does not say
 */
record Identity(
        String issuer,
        String subject,
        @Nullable String name,
        Set<String> groups,
        @Nullable Long secondsSinceAsked) {}
