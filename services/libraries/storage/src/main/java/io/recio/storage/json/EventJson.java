package io.recio.storage.json;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Events of a sealed family as rows: the type column holds the record's simple name, the document its components.
 *
 * @param <E> the sealed interface
 */
public final class EventJson<E> {

    private final Class<E> family;
    private final Map<String, Class<? extends E>> types;

    @SuppressWarnings("unchecked")
    public EventJson(Class<E> family) {
        this.family = family;
        this.types = Arrays.stream(family.getPermittedSubclasses())
                .map(type -> (Class<? extends E>) type)
                .collect(Collectors.toUnmodifiableMap(Class::getSimpleName, Function.identity()));
    }

    public String type(E event) {
        return event.getClass().getSimpleName();
    }

    public String document(E event) {
        return DomainJson.write(event);
    }

    /** @throws IllegalArgumentException when the type is none of the family or the document is not one of it */
    public E read(String type, String document) {
        Class<? extends E> known = types.get(type);
        if (known == null) {
            throw new IllegalArgumentException(
                    "expected an event of " + family.getSimpleName() + ", found type '" + type + "'");
        }
        return DomainJson.read(document, known);
    }
}
