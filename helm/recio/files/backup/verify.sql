-- Refuses when what was restored (found) is not what was backed up (expected): each book that differs, with both sides.
DO $verify$
DECLARE
    differences text;
BEGIN
    SELECT string_agg(format('%s: expected %s, found %s', book,
            coalesce(e.rows || ' rows ' || e.hash, 'no such book'), coalesce(f.rows || ' rows ' || f.hash, 'no such book')),
            '; ' ORDER BY book)
    INTO differences
    FROM expected e FULL JOIN found f USING (book)
    WHERE (e.rows, e.hash) IS DISTINCT FROM (f.rows, f.hash);
    IF differences IS NOT NULL THEN
        RAISE EXCEPTION 'restored books differ from the backup: %', differences;
    END IF;
    IF NOT EXISTS (SELECT FROM expected) THEN
        RAISE EXCEPTION 'backup must say the hashes of its books, says none';
    END IF;
END
$verify$;
