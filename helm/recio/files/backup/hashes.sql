-- The books in one line each: name, rows, hash over all rows. The same rows give the same hash, in whatever order they lie;
-- the session's time zone must be UTC.
SELECT book, rows, hash
FROM (
    SELECT 'account.fills' AS book, count(*) AS rows,
        md5(coalesce(string_agg(md5(r::text), '' ORDER BY md5(r::text) COLLATE "C"), '')) AS hash
    FROM account.fills r
    UNION ALL
    SELECT 'account.settlements', count(*),
        md5(coalesce(string_agg(md5(r::text), '' ORDER BY md5(r::text) COLLATE "C"), ''))
    FROM account.settlements r
    UNION ALL
    SELECT 'trading.order_events', count(*),
        md5(coalesce(string_agg(md5(r::text), '' ORDER BY md5(r::text) COLLATE "C"), ''))
    FROM trading.order_events r
    UNION ALL
    SELECT 'trading.trade_events', count(*),
        md5(coalesce(string_agg(md5(r::text), '' ORDER BY md5(r::text) COLLATE "C"), ''))
    FROM trading.trade_events r
    UNION ALL
    SELECT 'trading.trades', count(*),
        md5(coalesce(string_agg(md5(r::text), '' ORDER BY md5(r::text) COLLATE "C"), ''))
    FROM trading.trades r
) books
ORDER BY book;
