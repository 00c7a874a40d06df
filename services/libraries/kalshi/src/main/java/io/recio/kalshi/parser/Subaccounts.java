package io.recio.kalshi.parser;

import com.fasterxml.jackson.databind.JsonNode;
import io.recio.kalshi.errors.UnreadableAnswer;
import java.util.List;

/**
 * Whose account a private item or frame is of. We trade the primary subaccount, 0; the exchange tells those with a number
 * by the same key (OpenAPI: orders and fills default to all subaccounts).
 */
public final class Subaccounts {

    private static final List<String> NAMES = List.of("subaccount", "subaccount_number");

    private Subaccounts() {}

    /**
     * Whether the item is of the primary subaccount; one that names none is.
     *
     * @throws UnreadableAnswer when a number was expected and something else was found
     */
    public static boolean isPrimary(JsonNode item) {
        for (String name : NAMES) {
            JsonNode told = item.path(name);
            if (told.isMissingNode() || told.isNull()) {
                continue;
            }
            if (!told.canConvertToLong() || !told.isIntegralNumber()) {
                throw new UnreadableAnswer("expected " + name + " as a whole number, found " + told);
            }
            if (told.asLong() != 0) {
                return false;
            }
        }
        return true;
    }
}
