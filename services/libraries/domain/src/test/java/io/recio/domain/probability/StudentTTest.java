package io.recio.domain.probability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class StudentTTest {

    @Test
    void matchesThePublishedQuantilesOfFourDegrees() {
        assertThat(StudentT.below(1.533206 / Math.sqrt(2))).isCloseTo(0.90, within(1e-6));
        assertThat(StudentT.below(2.131847 / Math.sqrt(2))).isCloseTo(0.95, within(1e-6));
        assertThat(StudentT.below(2.776445 / Math.sqrt(2))).isCloseTo(0.975, within(1e-6));
        assertThat(StudentT.below(3.746947 / Math.sqrt(2))).isCloseTo(0.99, within(1e-6));
        assertThat(StudentT.below(7.173182 / Math.sqrt(2))).isCloseTo(0.999, within(1e-6));
    }

    @Test
    void isSymmetricAndReachesItsEnds() {
        for (double z = 0; z < 60; z += 0.37) {
            assertThat(StudentT.below(z) + StudentT.below(-z)).isCloseTo(1, within(1e-12));
        }
        assertThat(StudentT.below(0)).isEqualTo(0.5);
        assertThat(StudentT.below(1e200)).isEqualTo(1);
        assertThat(StudentT.below(-1e200)).isEqualTo(0);
        assertThat(StudentT.below(Double.NEGATIVE_INFINITY)).isEqualTo(0);
    }
}
