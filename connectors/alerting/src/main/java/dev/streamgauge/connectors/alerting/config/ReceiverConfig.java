package dev.streamgauge.connectors.alerting.config;

import dev.streamgauge.settings.flat.Secret;
import dev.streamgauge.settings.flat.Setting;
import dev.streamgauge.settings.flat.Texts;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** How one receiver is reached. */
public sealed interface ReceiverConfig {

    /** How patient to be with it. */
    Pace pace();

    /** Patterns of the environments whose deploys it wants to hear of. */
    default List<String> deployEnvironments() {
        return List.of();
    }

    /** What an Alertmanager, or a cluster of them, needs. */
    record Alertmanager(
            @Setting(
                    name = "urls",
                    meaning =
                            "`alertmanager`: the addresses of all members, separated by commas, without `/api/v2`; each is told, never a load balancer. Required.")
            Texts urls,

            @Setting(
                    name = "resend.ms",
                    otherwise = "30000",
                    meaning =
                            "`alertmanager`: how often what fires is sent again. It must be well below the Alertmanager's `resolve_timeout`.")
            Duration resend,

            @Setting(
                    name = "resolve.repeat.ms",
                    otherwise = "900000",
                    meaning = "`alertmanager`: for how long an end is sent again.")
            Duration ends,

            @Setting(name = "user", meaning = "`alertmanager`: for basic authentication.")
            String user,

            @Setting(name = "password", meaning = "`alertmanager`: the user's. Secret.")
            Secret password,

            @Setting(
                    name = "token",
                    meaning =
                            "`alertmanager`: a bearer token. `slack`: a bot's token with the scope `chat:write`, instead of `webhook.url`. Secret.")
            Secret token,

            Pace pace)
            implements ReceiverConfig {}

    /** What PagerDuty needs. */
    record PagerDuty(
            @Setting(name = "routing.key", meaning = "`pagerduty`: the integration's key. Secret. Required.")
            Secret routingKey,

            @Setting(
                    name = "url",
                    otherwise = "https://events.pagerduty.com",
                    meaning =
                            "`webhook`: where to post; masked. Required. `pagerduty`: `https://events.eu.pagerduty.com` for the EU; `https://events.pagerduty.com` unless set. `slack`: the API, `https://slack.com/api` unless set.")
            String url,

            @Setting(
                    name = "change.environments",
                    meaning =
                            "`pagerduty`, in `serve`: of which environments finished deploys are told as change events: patterns with `*`, separated by commas, such as `production,prod,live`. Left out: of none.")
            Texts environments,

            Pace pace)
            implements ReceiverConfig {

        @Override
        public List<String> deployEnvironments() {
            return environments == null ? List.of() : environments.all();
        }
    }

    /** What Slack needs. */
    record Slack(
            @Setting(name = "webhook.url", meaning = "`slack`: an incoming webhook. Secret.")
            Secret webhook,

            @Setting(name = "token", meaning = "see above") Secret token,

            @Setting(name = "channel", meaning = "`slack`: the channel's id, with `token`.")
            String channel,

            @Setting(name = "url", otherwise = "https://slack.com/api", meaning = "see above")
            String url,

            Pace pace)
            implements ReceiverConfig {}

    /** What a signed webhook needs. */
    record Webhook(
            @Setting(name = "url", meaning = "see above") Secret url,

            @Setting(
                    name = "secret",
                    meaning =
                            "`webhook`: what signs; `whsec_` and 24 to 64 bytes in Base64, as [Standard Webhooks](https://www.standardwebhooks.com) has it. Secret. Required.")
            Secret secret,

            @Setting(
                    name = "secret.previous",
                    meaning =
                            "`webhook`: the secret before that one, with which is signed too while the receiver is changed over. Secret.")
            Secret previous,

            @Setting(
                    name = "format",
                    otherwise = "standard",
                    meaning =
                            "`webhook`: `standard` for `{type, timestamp, data}`, `cloudevents` for a CloudEvent 1.0 in JSON. Both are signed.")
            Format format,

            Pace pace)
            implements ReceiverConfig {

        /** All secrets to sign with, the newest first. */
        public List<Secret> secrets() {
            return Stream.of(secret, previous).filter(Objects::nonNull).toList();
        }
    }

    /** The forms of a webhook's body. */
    enum Format {
        STANDARD,
        CLOUDEVENTS
    }
}
