-- The exchange went on after the backup was taken: nothing is entered until an operator has looked and resumes, and nobody
-- who held a lease of either time can still write under it.
UPDATE trading.risk_state
SET entries_halted = true,
    halt_reason = 'RESTORED: the database was restored from a backup; compare trades, positions and cash, then resume',
    updated_at = clock_timestamp();
UPDATE system.leases SET epoch = epoch + 1000, holder = 'restored', expires_at = clock_timestamp();
