package io.recio.systemmonitor.resource;

import java.util.List;

/**
 * A disk or a claimed volume on which instances keep their data.
 *
 * @param id the same for as long as the node runs
 * @param path of the data of the first instance
 * @param percent used, as an ordinary user sees it
 */
public record DiskFigures(
        String id, List<String> instances, String path, double percent, long totalBytes, long freeBytes) {

    public DiskFigures {
        instances = List.copyOf(instances);
    }
}
