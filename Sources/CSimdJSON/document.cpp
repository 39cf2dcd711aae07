#include "CSimdJSON.h"

#include <cstring>
#include <memory>
#include <new>
#include <simdjson.h>
#include <string_view>
#include <type_traits>

namespace dom = simdjson::dom;

// simdjson's elements and iterators are a pointer and an index; they pass through Swift as such.
template <typename Inner> static csimdjson_value wrap(const Inner &inner) {
    static_assert(sizeof(Inner) == sizeof(csimdjson_value) && std::is_trivially_copyable<Inner>::value, "layout");
    csimdjson_value value;
    std::memcpy(&value, &inner, sizeof value);
    return value;
}

template <typename Inner> static Inner unwrap(csimdjson_value value) {
    Inner inner{};
    std::memcpy(static_cast<void *>(&inner), &value, sizeof value);
    return inner;
}

static dom::element element(csimdjson_value value) { return unwrap<dom::element>(value); }

struct csimdjson_document {
    dom::parser parser;
};

// A parser brings memory for texts as long as its last; to make one for each line costs more than to read the line.
static thread_local std::unique_ptr<csimdjson_document> idle;
static const size_t longest_kept = 1 << 20;

csimdjson_document *csimdjson_parse(const char *bytes, size_t length, csimdjson_value *root, const char **error) {
    csimdjson_document *document = idle ? idle.release() : new (std::nothrow) csimdjson_document;
    simdjson::error_code code = simdjson::MEMALLOC;
    if (document) {
        dom::element value;
        code = document->parser.parse(bytes, length).get(value);
        if (code == simdjson::SUCCESS) {
            *root = wrap(value);
            return document;
        }
    }
    *error = simdjson::error_message(code);
    delete document;
    return nullptr;
}

void csimdjson_free(csimdjson_document *document) {
    if (idle || document->parser.capacity() > longest_kept) {
        delete document;
    } else {
        idle.reset(document);
    }
}

csimdjson_kind csimdjson_kind_of(csimdjson_value value) {
    switch (element(value).type()) {
    case dom::element_type::ARRAY: return CSIMDJSON_ARRAY;
    case dom::element_type::OBJECT: return CSIMDJSON_OBJECT;
    case dom::element_type::STRING: return CSIMDJSON_STRING;
    case dom::element_type::INT64: return CSIMDJSON_INTEGER;
    case dom::element_type::BOOL:
        return element(value).get_bool().value_unsafe() ? CSIMDJSON_TRUE : CSIMDJSON_FALSE;
    case dom::element_type::NULL_VALUE: return CSIMDJSON_NULL;
    default: return CSIMDJSON_NUMBER;
    }
}

int64_t csimdjson_integer(csimdjson_value value) { return element(value).get_int64().value_unsafe(); }

double csimdjson_number(csimdjson_value value) { return element(value).get_double().value_unsafe(); }

const char *csimdjson_string(csimdjson_value value, size_t *length) {
    std::string_view text = element(value).get_string().value_unsafe();
    *length = text.size();
    return text.data();
}

bool csimdjson_member(csimdjson_value object, const char *name, size_t length, csimdjson_value *member) {
    dom::element found;
    dom::object members = element(object).get_object().value_unsafe();
    if (members.at_key(std::string_view(name, length)).get(found) != simdjson::SUCCESS) return false;
    *member = wrap(found);
    return true;
}

csimdjson_value csimdjson_first(csimdjson_value container) {
    if (element(container).is_array()) return wrap(element(container).get_array().value_unsafe().begin());
    return wrap(element(container).get_object().value_unsafe().begin());
}

csimdjson_value csimdjson_end(csimdjson_value container) {
    if (element(container).is_array()) return wrap(element(container).get_array().value_unsafe().end());
    return wrap(element(container).get_object().value_unsafe().end());
}

csimdjson_value csimdjson_element_at(csimdjson_value place) {
    return wrap(*unwrap<dom::array::iterator>(place));
}

csimdjson_value csimdjson_element_after(csimdjson_value place) {
    auto iterator = unwrap<dom::array::iterator>(place);
    return wrap(++iterator);
}

const char *csimdjson_name_at(csimdjson_value place, size_t *length) {
    auto iterator = unwrap<dom::object::iterator>(place);
    *length = iterator.key_length();
    return iterator.key_c_str();
}

csimdjson_value csimdjson_member_after(csimdjson_value place) {
    auto iterator = unwrap<dom::object::iterator>(place);
    return wrap(++iterator);
}
