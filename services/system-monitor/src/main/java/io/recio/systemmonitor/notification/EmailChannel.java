package io.recio.systemmonitor.notification;

import io.quarkus.mailer.Mail;
import io.quarkus.mailer.Mailer;
import io.recio.systemmonitor.MonitorConfig.ChannelSettings;
import java.util.Arrays;

/** E-mail by SMTP, as {@code quarkus.mailer.*} says; {@code to} may name several, separated by commas. */
final class EmailChannel implements Channel {

    private final ChannelSettings settings;
    private final Mailer mailer;

    EmailChannel(ChannelSettings settings, Mailer mailer) {
        this.settings = settings;
        this.mailer = mailer;
    }

    @Override
    public void send(Message message) throws NotDelivered {
        Mail mail = new Mail()
                .setTo(Arrays.stream(settings.to().orElseThrow().split(","))
                        .map(String::strip)
                        .toList())
                .setSubject(message.title())
                .setText(message.body())
                // The same for a repetition: mail programs show it once.
                .addHeader("Message-ID", "<" + message.id() + "@recio>");
        settings.from().ifPresent(mail::setFrom);
        try {
            mailer.send(mail);
        } catch (RuntimeException e) {
            throw new NotDelivered("mail server does not take it: " + e.getMessage());
        }
    }
}
