package newsmill.local.filter;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import java.io.IOException;
import java.time.temporal.Temporal;
import java.util.Collection;

/** Says what is wrong with a line of JSON as its writer would want to hear it: what, and where. */
final class JsonFault {
    private JsonFault() {}

    /** The fault on one line, such as {@code "byline" should be a list (column 20)}. */
    static String in(IOException e) {
        if (!(e instanceof JsonProcessingException json)) {
            return e.toString();
        }
        String where = json.getLocation() == null
                ? ""
                : " (column " + json.getLocation().getColumnNr() + ")";
        return what(json) + where;
    }

    private static String what(JsonProcessingException e) {
        if (e instanceof ValueInstantiationException && e.getCause() != null) {
            return e.getCause().getMessage();
        }
        if (e instanceof MismatchedInputException mismatch
                && !mismatch.getPath().isEmpty()) {
            return '"' + path(mismatch) + "\" should be " + wanted(mismatch.getTargetType());
        }
        if (e instanceof MismatchedInputException) {
            return "should be one object";
        }
        String message = e.getOriginalMessage();
        int end = message.indexOf('\n');
        return end < 0 ? message : message.substring(0, end);
    }

    private static String path(JsonMappingException e) {
        StringBuilder path = new StringBuilder();
        for (JsonMappingException.Reference step : e.getPath()) {
            if (step.getFieldName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getFieldName());
            }
        }
        return path.toString();
    }

    private static String wanted(Class<?> type) {
        if (type == null) {
            return "something else";
        }
        if (Collection.class.isAssignableFrom(type)) {
            return "a list";
        }
        if (type == String.class) {
            return "text";
        }
        if (Temporal.class.isAssignableFrom(type)) {
            return "a time such as 2026-01-31T12:00:00Z";
        }
        if (type == boolean.class || type == Boolean.class) {
            return "true or false";
        }
        return type.isPrimitive() || Number.class.isAssignableFrom(type) ? "a whole number" : "an object";
    }
}
