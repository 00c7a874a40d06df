package io.recio.mainapp.rest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "plain | plain",
                "-9.67 | -9.67",
                "a,b | \"a,b\"",
                "say \"x\" | \"say \"\"x\"\"\"",
                "=1+1 | '=1+1",
                "@cmd | '@cmd",
                "-x | '-x",
            })
    void quotesWhatNeedsItAndDefusesFormulas(String value, String written) {
        assertThat(Csv.quoted(value)).isEqualTo(written);
    }
}
