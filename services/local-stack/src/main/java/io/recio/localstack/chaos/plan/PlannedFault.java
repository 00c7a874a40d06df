package io.recio.localstack.chaos.plan;

/**
 * A fault of a schedule. Times are real milliseconds; the first counts from the start of trading.
 *
 * @param notBefore it waits for its moment from then on
 * @param lasting how long what lasts goes on
 * @param stream which frames a fault of frames strikes: {@code private}, {@code book} or {@code price}
 * @param sign the direction of a clock step, 1 or -1
 */
public record PlannedFault(Cell cell, long notBefore, long lasting, String stream, int sign) {

    @Override
    public String toString() {
        return cell + " from " + notBefore + " ms for " + lasting + " ms";
    }
}
