package io.recio.simulator.kalshi.admin;

import io.recio.domain.money.Money;
import io.recio.simulator.kalshi.exchange.Exchange;
import io.recio.simulator.kalshi.exchange.SeriesSpec;
import jakarta.inject.Inject;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import org.jspecify.annotations.Nullable;

/** The exchange's own ledger of the account, and its cash. */
@Path("/admin/kalshi")
class KalshiAdminResource {

    private final Exchange exchange;

    @Inject
    KalshiAdminResource(Exchange exchange) {
        this.exchange = exchange;
    }

    /**
     * What a shard's cash shall be.
     *
     * @param exchangeIndex absent means the crypto shard
     */
    record Balance(
            @Nullable Integer exchangeIndex, @Nullable String dollars) {}

    @GET
    @Path("/ledger")
    public LedgerView ledger() {
        return exchange.locked(floor -> LedgerView.of(floor.account()));
    }

    /** Brings the cash of a shard to an amount, by a deposit or a withdrawal. */
    @POST
    @Path("/account")
    public LedgerView account(Balance balance) {
        Money amount = amount(balance);
        int shard = balance.exchangeIndex() == null ? SeriesSpec.CRYPTO_SHARD : balance.exchangeIndex();
        return exchange.locked(floor -> {
            floor.cash().bringTo(shard, amount, floor.now());
            return LedgerView.of(floor.account());
        });
    }

    /** Opens the account anew with nothing but that cash on the shard, for whoever begins a new run. */
    @DELETE
    @Path("/account")
    public LedgerView openAnew(@QueryParam("dollars") @Nullable String dollars) {
        Money cash = amount(new Balance(null, dollars));
        return exchange.locked(floor -> {
            floor.cash().openAnew(SeriesSpec.CRYPTO_SHARD, cash, floor.now());
            return LedgerView.of(floor.account());
        });
    }

    private static Money amount(Balance balance) {
        try {
            Money amount = Money.of(String.valueOf(balance.dollars()));
            if (amount.isNegative()) {
                throw new BadRequestException("dollars must not be negative, was " + amount);
            }
            return amount;
        } catch (IllegalArgumentException e) {
            throw new BadRequestException(e.getMessage(), e);
        }
    }
}
