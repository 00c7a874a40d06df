/** What codes mean in plain words; whole texts stand in the catalogue. */

const FEED: Record<string, string> = {
  live: 'Live',
  backfilling: 'Backfilling',
  silent: 'Silent',
  missing_trades: 'Missing trades',
  cached: 'Cached',
};

export function feedWord(state: string): string {
  return FEED[state] ?? state;
}

/** NO_PROBABILITY or EXPOSURE_ABOVE_LIMIT as a sentence: "Exposure above limit". */
export function sentence(code: string): string {
  const text = code.replace(/_/g, ' ').toLowerCase();
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** minTimeSeconds as a label: "Min time, seconds". */
export function label(name: string): string {
  return LABELS[name] ?? sentence(name.replace(/([A-Z])/g, '_$1'));
}

const LABELS: Record<string, string> = {
  enabled: 'On',
  minTimeSeconds: 'Last entry before close (s)',
  maxTimeSeconds: 'First entry before close (s)',
  minProbabilityPercent: 'Win probability at least (%)',
  minDifferentialCents: 'Net differential at least (¢)',
  allowReEntry: 'Enter the same strike again in one hour',
  spikeAlertEnabled: 'Pause on momentum spikes',
  spikeAlertMomentumThreshold: 'Spike at momentum ±',
  spikeAlertCooldownThreshold: 'Calm below momentum ±',
  spikeAlertCooldownMinutes: 'Calm for (min)',
  positionSize: 'Contracts per trade',
  multiplier: 'Multiplier',
  requireAskSize: 'Only when the ask covers the size',
  watchlistMinVolume: 'Watch from volume',
  watchlistMaxAskCents: 'Watch up to ask (¢)',
  stopProbabilityPercent: 'Stop below win probability (%)',
  minTtcSeconds: 'No stop in the last (s)',
  verificationEnabled: 'Verify before stopping',
  verificationSeconds: 'Verify for (s)',
  momentumSpikeEnabled: 'Stop on momentum spikes',
  momentumSpikeThreshold: 'Spike at momentum ±',
  takeProfitEnabled: 'Take profit',
  takeProfitCents: 'Take profit at (¢ per contract)',
  trailingStopEnabled: 'Trailing stop',
  trailingStopCents: 'Trail by (¢)',
  emergencyEnabled: 'Emergency when prices are unusable',
  emergencyPolicy: 'In an emergency',
  emergencyAfterSeconds: 'After (s)',
  entrySlippageCents: 'Entries: above the ask (¢)',
  closeSlippageCents: 'Closes: below the bid (¢)',
  transferToShard: 'Move cash to the shard that needs it',
  entryTimeInForce: 'What an automatic entry does not get at once',
  immediate_or_cancel: 'is cancelled',
  good_till_canceled: 'rests in the book',
  entryExpirySeconds: 'Rests without being renewed for (s)',
};

export function modeWord(mode: string): string {
  return { simulated: 'SIMULATED', paper: 'PAPER', 'kalshi-demo': 'KALSHI DEMO', live: 'LIVE MONEY' }[mode] ?? mode.toUpperCase();
}

/** trade-manager as "Trade manager". */
export function serviceWord(name: string): string {
  const text = name.replace(/-/g, ' ').replace(/\b(api|btc|eth)\b/g, (short) => short.toUpperCase());
  return text.charAt(0).toUpperCase() + text.slice(1);
}
