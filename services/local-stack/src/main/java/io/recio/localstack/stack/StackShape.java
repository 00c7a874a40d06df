package io.recio.localstack.stack;

import io.recio.localstack.refusal.Refused;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which processes of the house a stack runs. Validated at birth: {@link Refused} names an unknown service.
 *
 * @param standbys services with a second, warm instance
 * @param without services that are left out
 * @param relayed whether each process reaches the database through a relay that can cut it off
 * @param settings environment of every process, such as {@code TRADE_EXECUTOR_REQUEST_TIMEOUT}; none in the product
 * @param natives services that run as native programs
 */
public record StackShape(
        List<String> standbys,
        List<String> without,
        boolean relayed,
        Map<String, String> settings,
        List<String> natives) {

    /** The twelve services, one instance each. */
    public static final StackShape WHOLE = new StackShape(List.of(), List.of(), false, Map.of(), List.of());

    public StackShape {
        standbys = List.copyOf(standbys);
        without = List.copyOf(without);
        settings = Map.copyOf(settings);
        // The note of an older stack knows of none.
        natives = Optional.ofNullable(natives).map(List::copyOf).orElse(List.of());
        Stream.of(standbys, without, natives).flatMap(List::stream).forEach(StackShape::requireKnown);
        for (String standby : standbys) {
            if (without.contains(standby)) {
                throw new Refused("a service that is left out has no standby, was " + standby);
            }
        }
    }

    /** The twelve services, some of them with a warm standby. */
    public static StackShape withStandbys(List<String> standbys) {
        return new StackShape(standbys, WHOLE.without, WHOLE.relayed, WHOLE.settings, WHOLE.natives);
    }

    /** The twelve services, some of them as native programs. */
    public static StackShape withNatives(List<String> natives) {
        return new StackShape(WHOLE.standbys, WHOLE.without, WHOLE.relayed, WHOLE.settings, natives);
    }

    /** Native programs meet the exchanges as in earnest: by TLS, from an authority of the stack's own. */
    public boolean exchangesByTls() {
        return !natives.isEmpty();
    }

    /** In order of dependence, a standby right behind its service. */
    public List<ServiceSpec> services() {
        List<ServiceSpec> specs = new ArrayList<>();
        for (ServiceSpec spec : ServiceSpec.SERVICES) {
            if (!without.contains(spec.service())) {
                specs.add(spec);
                if (standbys.contains(spec.service())) {
                    specs.add(spec.standby());
                }
            }
        }
        return specs;
    }

    private static void requireKnown(String service) {
        if (ServiceSpec.SERVICES.stream().noneMatch(spec -> spec.service().equals(service))) {
            throw new Refused("service must be one of "
                    + ServiceSpec.SERVICES.stream().map(ServiceSpec::service).collect(Collectors.joining(", "))
                    + ", was '" + service + "'");
        }
    }
}
