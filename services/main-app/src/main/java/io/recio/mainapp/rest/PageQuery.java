package io.recio.mainapp.rest;

import org.jspecify.annotations.Nullable;

/**
 * Which page of rows is wanted.
 *
 * @param page from 0
 * @param size rows to a page, 1 to 200
 */
public record PageQuery(int page, int size) {

    private static final int DEFAULT_SIZE = 50;
    private static final int LARGEST_SIZE = 200;
    private static final int LAST_PAGE = 100_000;

    /** @throws ProblemException 400 when either is no number in range */
    public static PageQuery of(@Nullable String page, @Nullable String size) {
        return new PageQuery(
                QueryText.whole("page", page, 0, LAST_PAGE, 0),
                QueryText.whole("size", size, 1, LARGEST_SIZE, DEFAULT_SIZE));
    }

    public int offset() {
        return page * size;
    }
}
