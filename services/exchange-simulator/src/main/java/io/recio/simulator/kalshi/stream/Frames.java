package io.recio.simulator.kalshi.stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.recio.simulator.kalshi.wire.Wire;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes frames: JSON ended by a line feed. */
final class Frames {

    private final ObjectMapper json;

    Frames(ObjectMapper json) {
        this.json = json;
    }

    /** A frame around a body that may already be text. */
    @Wire
    @RegisterForReflection
    record Frame(
            @Nullable Long id,
            String type,
            @Nullable Integer sid,
            @Nullable Long seq,
            @Nullable Object msg) {}

    /** A channel and its number. */
    @Wire
    @RegisterForReflection
    record ChannelSid(String channel, int sid) {}

    /** An error. */
    @Wire
    @RegisterForReflection
    record ErrorBody(int code, String msg) {}

    /** The markets of a subscription after a change. */
    @Wire
    @RegisterForReflection
    record MarketList(
            @Nullable Set<String> marketTickers, @Nullable Set<String> indexIds) {}

    /** The indices there are. */
    @Wire
    @RegisterForReflection
    record IndexList(List<String> indexIds) {}

    String frame(Frame frame) {
        return text(frame) + "\n";
    }

    /** A message of a channel around a body written before. */
    static String frame(String type, int sid, @Nullable Long seq, long sendingMillis, String body) {
        StringBuilder frame = new StringBuilder(body.length() + 96);
        frame.append("{\"type\":\"").append(type).append("\",\"sid\":").append(sid);
        if (seq != null) {
            frame.append(",\"seq\":").append(seq.longValue());
        }
        return frame.append(",\"sending_ts_ms\":")
                .append(sendingMillis)
                .append(",\"msg\":")
                .append(body)
                .append("}\n")
                .toString();
    }

    /** A body as JSON. */
    String text(Object body) {
        try {
            return json.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Cannot write a message as JSON", e);
        }
    }

    /** A command, null when the text is none. */
    @Nullable
    Command command(String text) {
        try {
            return json.readValue(text, Command.class);
        } catch (JsonProcessingException e) {
            return null;
        }
    }
}
