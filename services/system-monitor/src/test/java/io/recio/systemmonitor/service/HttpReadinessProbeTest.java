package io.recio.systemmonitor.service;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HttpReadinessProbeTest {

    @ParameterizedTest(name = "{0} {1} means {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "200 | {'status':'UP','checks':[]} | READY",
                "503 | {'status':'DOWN','checks':[]} | NOT_READY",
                "200 | {'checks':[{'name':'functional','data':{'instance':'m-1'}}]} | READY",
                "200 | {'checks':[{'name':'functional','data':{'instance':'m-2'}}]} | REPLACED",
                "200 | <html> | NOT_READY"
            })
    void readsWhatAnInstanceAnswers(int status, String body, Readiness meaning) {
        assertThat(HttpReadinessProbe.meaning(status, body.replace('\'', '"'), "m-1"))
                .isEqualTo(meaning);
    }
}
