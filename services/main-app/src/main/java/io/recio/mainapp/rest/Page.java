package io.recio.mainapp.rest;

import java.util.List;

/**
 * One page of rows.
 *
 * @param total rows in all pages together
 * @param page from 0
 */
public record Page<T>(List<T> items, long total, int page, int size) {

    public Page {
        items = List.copyOf(items);
    }
}
