package dev.streamgauge.connectors.gateway.signatures;

import dev.streamgauge.connectors.providers.Delivery;
import dev.streamgauge.settings.flat.Secret;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** Hexadecimal HMACs of the body in one header, each behind the name of its method: {@code sha256=…}, or a list {@code v1=…,v1=…}. */
record HexSignatures(String header, String method, int most) {

    private static final HexFormat HEX = HexFormat.of();

    Verdict verify(Delivery delivery, List<Secret> secrets) {
        String value = delivery.header(header);
        if (value == null) {
            return Verdict.MISSING;
        }
        String[] parts = value.split(",", most + 1);
        if (parts.length > most) {
            return Verdict.MALFORMED;
        }
        List<byte[]> signatures = new ArrayList<>();
        for (String part : parts) {
            add(part.strip(), signatures);
        }
        if (signatures.isEmpty()) {
            return value.startsWith("sha1=") ? Verdict.LEGACY : Verdict.MALFORMED;
        }
        return Verdict.of(Hmac.signs(secrets, signatures, delivery.body()));
    }

    private void add(String part, List<byte[]> signatures) {
        byte[] signature = part.startsWith(method + "=") ? hex(part.substring(method.length() + 1)) : null;
        if (signature != null) {
            signatures.add(signature);
        }
    }

    /** The bytes, or null if the text is not hexadecimal. */
    static byte[] hex(String text) {
        try {
            return HEX.parseHex(text);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
