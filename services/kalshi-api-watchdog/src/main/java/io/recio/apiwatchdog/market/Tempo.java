package io.recio.apiwatchdog.market;

import java.time.Duration;

/** How many business seconds pass in a real one. Tells how much real time is left until the market does something. */
record Tempo(int speed) {

    Duration real(Duration business) {
        return business.dividedBy(speed);
    }
}
