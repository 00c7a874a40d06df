package io.recio.mainapp.settings;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A setting as a form needs it.
 *
 * @param kind flag, whole, decimal (as text) or choice
 * @param places decimals allowed
 */
record FieldView(
        String name,
        String kind,
        @Nullable String least,
        @Nullable String most,
        @Nullable Integer places,
        @Nullable List<String> choices) {}
