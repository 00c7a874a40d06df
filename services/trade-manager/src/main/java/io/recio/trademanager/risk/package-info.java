/** The risk of record: kill switch and halt, and the losses that trip the switch (PRODUCT, section 8). */
@NullMarked
package io.recio.trademanager.risk;

import org.jspecify.annotations.NullMarked;
