package dev.keepline.carriers.dtone;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** DT One's JSON, as far as we read and write it. Reading fails where a field we rely on is missing. */
final class Wire {

    static final JsonMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .changeDefaultPropertyInclusion(i -> i.withValueInclusion(JsonInclude.Include.NON_NULL))
            .build();

    private Wire() {}

    /** Empty when the body is not this. */
    static <T> Optional<T> read(String body, Class<T> type) {
        try {
            return Optional.ofNullable(JSON.readValue(body, type));
        } catch (JacksonException notThis) {
            return Optional.empty();
        }
    }

    /** Empty when the node is not this. */
    static <T> Optional<T> read(JsonNode node, Class<T> type) {
        try {
            return Optional.ofNullable(JSON.treeToValue(node, type));
        } catch (JacksonException notThis) {
            return Optional.empty();
        }
    }

    /** The code of the first error; empty when the body is not DT One's error. */
    static Optional<String> errorCode(String body) {
        return read(body, Errors.class)
                .filter(errors -> !errors.errors().isEmpty())
                .map(errors -> Integer.toString(errors.errors().getFirst().code()));
    }

    /** The entries and one more. */
    static Map<String, Object> with(Map<String, ?> entries, String name, Object value) {
        var more = new HashMap<String, Object>(entries);
        more.put(name, value);
        return more;
    }

    record Errors(List<Problem> errors) {
        Errors {
            errors = List.copyOf(errors);
        }

        record Problem(int code) {}
    }

    /** Who gets it: one of the two is set. */
    record Party(@Nullable String mobileNumber, @Nullable String accountNumber) {}

    record Amount(String unitType, String unit, BigDecimal amount) {}

    /** What we send to order. */
    record NewTransaction(
            String externalId,
            long productId,
            boolean autoConfirm,
            String callbackUrl,
            Party creditPartyIdentifier,
            @Nullable String calculationMode,
            @Nullable Amount destination) {}

    /** What we send to read a line. */
    record BenefitsQuestion(int serviceId, Party creditPartyIdentifier, int page, int perPage) {}

    /** What we send to find out the operator of a number. */
    record NumberQuestion(String mobileNumber, int page, int perPage) {}

    /** @param metadata only with eSIM products */
    record Transaction(
            long id,
            String externalId,
            Status status,
            ProductName product,
            Prices prices,
            @Nullable Party creditPartyIdentifier,
            @Nullable Pin pin,
            @Nullable Metadata metadata,
            @Nullable AdjustedValues adjustedValues) {
        Transaction {
            requireNonNull(externalId);
            requireNonNull(status);
            requireNonNull(product);
            requireNonNull(prices);
        }
    }

    record Status(String message, @JsonProperty("class") StatusClass statusClass) {
        Status {
            requireNonNull(message);
            requireNonNull(statusClass);
        }
    }

    record StatusClass(int id) {}

    record ProductName(long id) {}

    record Prices(Price wholesale) {
        Prices {
            requireNonNull(wholesale);
        }
    }

    record Price(String unit, BigDecimal amount, BigDecimal fee) {
        Price {
            requireNonNull(unit);
            requireNonNull(amount);
            requireNonNull(fee);
        }
    }

    record Pin(@Nullable String code) {}

    record Metadata(@Nullable String activationType) {}

    record AdjustedValues(@Nullable Amount destination) {}

    record Balance(String unit, BigDecimal available) {
        Balance {
            requireNonNull(unit);
            requireNonNull(available);
        }
    }

    record Operator(int id, String name) {
        Operator {
            requireNonNull(name);
        }
    }

    /** @param amount what is left; -1 without limit */
    record Benefit(
            String type,
            String unitType,
            String unit,
            BigDecimal amount,
            @Nullable String expirationDate) {
        Benefit {
            requireNonNull(type);
            requireNonNull(unitType);
            requireNonNull(unit);
            requireNonNull(amount);
        }
    }
}
