package io.recio.localstack.chaos.check;

/**
 * A rule that does not hold.
 *
 * @param what with the ids and numbers to begin looking with
 */
public record Violation(Rule rule, String what) {

    @Override
    public String toString() {
        return rule + ": " + what;
    }
}
