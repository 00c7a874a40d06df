/** The API's shapes, as its OpenAPI document has them. Amounts are decimal text, times RFC 3339, what is unknown is absent. */

export type Side = 'YES' | 'NO';
export type Role = 'viewer' | 'trader' | 'admin';

export interface Session {
  name: string;
  role: Role;
  csrfToken: string;
  expiresAt: string;
  mode: string;
  account: string;
}

export interface Problem {
  type: string;
  title: string;
  status: number;
  detail: string;
  field?: string;
  expected?: string;
  found?: string;
}

export interface Price {
  symbol: string;
  at: string;
  priceDollars: string;
  mean60sDollars?: string;
  momentum?: number;
  delta1m?: number;
  delta2m?: number;
  delta3m?: number;
  delta4m?: number;
  delta15m?: number;
  delta30m?: number;
  volatility1m?: number;
  volatility15m?: number;
  change1h?: number;
  change3h?: number;
  change1d?: number;
  quality: string;
  feedState: string;
  heardAt?: string;
  indexDollars?: string;
  indexAt?: string;
}

export interface Strike {
  type: 'GREATER' | 'GREATER_OR_EQUAL' | 'LESS' | 'LESS_OR_EQUAL' | 'BETWEEN';
  floor?: string;
  cap?: string;
}

export interface Edge {
  cents: number;
}

export interface StrikeRow {
  ticker: string;
  strike: Strike;
  buffer: number;
  bufferPercent: number;
  bufferTiers?: number;
  activeSide: Side;
  probability?: number;
  model?: string;
  noProbability: string[];
  yesAsk?: string;
  noAsk?: string;
  yesBid?: string;
  noBid?: string;
  yesAskSize?: string;
  noAskSize?: string;
  yesDiff?: Edge;
  noDiff?: Edge;
  yesNetDiff?: Edge;
  noNetDiff?: Edge;
  volume: string;
}

export interface StrikeTable {
  symbol: string;
  currentPrice: string;
  basis: 'INDEX' | 'SPOT';
  ttcSeconds: number;
  eventTicker: string;
  closesAt: string;
  marketTitle: string;
  marketStatus: string;
  strikeTier?: number;
  lastUpdated: string;
  momentum?: { score: number };
  model?: string;
  noProbability: string[];
  rows: StrikeRow[];
}

export interface StoredStrikeTable {
  symbol: string;
  version: number;
  computedAt: string;
  priceAt: string;
  table: StrikeTable;
}

export type TradeStatus = 'pending' | 'open' | 'closing' | 'closed' | 'expired' | 'denied' | 'rejected' | 'missed';

export interface Trade {
  tradeId: string;
  symbol: string;
  ticker: string;
  eventTicker: string;
  side: Side;
  strategy: string;
  enteredBy: string;
  status: TradeStatus;
  requested: string;
  filled: string;
  closed: string;
  averagePriceDollars?: string;
  costDollars: string;
  proceedsDollars: string;
  feesDollars: string;
  pnlDollars?: string;
  outcome?: 'W' | 'L' | 'D';
  strikeDollars: string;
  strikeType: string;
  closesAt: string;
  priceCapDollars: string;
  probabilitySeen?: number;
  closeReason?: string;
  denialCode?: string;
  createdAt: string;
  openedAt?: string;
  endedAt?: string;
}

export interface ActiveTrade {
  tradeId: string;
  ticker: string;
  spotDollars?: string;
  bufferDollars?: string;
  probability?: number;
  exitPriceDollars?: string;
  unrealizedPnlDollars?: string;
  advice?: string;
  computedAt: string;
}

export interface TradeAnswer {
  outcome: 'placed' | 'abandoned' | 'denied' | 'waiting';
  requestId: string;
  tradeId?: string;
  code?: string;
  facts?: Record<string, unknown>;
}

export interface Totals {
  wins: number;
  losses: number;
  draws: number;
  pnlDollars: string;
  feesDollars: string;
}

export interface Page<T> {
  items: T[];
  total: number;
  page: number;
  size: number;
}

export interface TradePage extends Page<Trade> {
  totals: Totals;
}

export type SettingValue = string | number | boolean;
export type Settings = Record<string, SettingValue>;

export interface SettingField {
  name: string;
  kind: 'flag' | 'whole' | 'decimal' | 'choice';
  least?: string;
  most?: string;
  places?: number;
  choices?: string[];
}

export interface KillSwitch {
  on: boolean;
  reason?: string;
  by?: string;
  at?: string;
  flatten: boolean;
  entriesHalted: boolean;
  haltReason?: string;
}

export interface Controls {
  autoEntry: boolean;
  autoStop: boolean;
  positionSize: number;
  multiplier: number;
  killSwitch: KillSwitch;
  suspensions: { automation: string; by: string; reason: string; since: string }[];
}

export interface AutoEntryState {
  symbol: string;
  state: 'DISABLED' | 'PAUSED' | 'ACTIVE' | 'INACTIVE' | 'SUSPENDED';
  reason?: string;
  resumesAt?: string;
  updatedAt: string;
}

export interface ServiceInstance {
  service: string;
  instance: string;
  role: 'active' | 'standby';
  epoch: number;
  functional: boolean;
  freshness: Record<string, { ageMs: number; limitMs: number; ok: boolean }>;
  startedAt: string;
  beatAt: string;
  beatAgeMs: number;
  memoryBytes: number;
  version: string;
  host: string;
  port: number;
}

export interface Alert {
  alertId: string;
  raisedBy: string;
  severity: 'info' | 'warning' | 'critical';
  code: string;
  message: string;
  raisedAt: string;
  acknowledgedAt?: string;
  acknowledgedBy?: string;
}

export interface Incident {
  incidentId: string;
  rootCause: string;
  level: string;
  openedAt: string;
  closedAt?: string;
}

export interface Remedy {
  remedyId: string;
  service: string;
  action: string;
  withheld: boolean;
  reason: string;
  outcome?: string;
  decidedAt: string;
}

export interface Balance {
  exchangeIndex: number;
  balanceDollars: string;
  updatedAt: string;
}

export interface Position {
  ticker: string;
  position: string;
  exposureDollars: string;
  realizedPnlDollars: string;
  feesPaidDollars: string;
  exchangeAt: string;
}

export interface AccountState {
  balances: Balance[];
  positions: Position[];
  sync?: { authenticated: boolean; socketConnected: boolean; reconciledAt?: string; stale: boolean; reason?: string };
}

export interface Fill {
  fillId: string;
  tradeId?: string;
  ticker: string;
  boughtSide: Side;
  yesPriceDollars: string;
  quantity: string;
  feeDollars: string;
  taker: boolean;
  filledAt: string;
}

export interface Settlement {
  ticker: string;
  result: string;
  yesCount: string;
  noCount: string;
  revenueDollars: string;
  feeDollars: string;
  state: string;
  settledAt: string;
}
