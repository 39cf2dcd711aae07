// What Swift needs of simdjson's document model, for simdjson is C++: parse, look at values, walk arrays and
// objects. Nothing here throws; a value is valid as long as its document.
#pragma once
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef struct csimdjson_document csimdjson_document;

typedef enum {
    CSIMDJSON_NULL,
    CSIMDJSON_TRUE,
    CSIMDJSON_FALSE,
    CSIMDJSON_INTEGER, // fits into int64_t
    CSIMDJSON_NUMBER,  // any other number
    CSIMDJSON_STRING,
    CSIMDJSON_ARRAY,
    CSIMDJSON_OBJECT,
} csimdjson_kind;

// A value, and also a place in an array or object between two values.
typedef struct {
    const void *document;
    size_t place;
} csimdjson_value;

// Parses UTF-8 bytes; they are copied. NULL if they are no JSON, with the reason in static memory.
csimdjson_document *csimdjson_parse(const char *bytes, size_t length, csimdjson_value *root, const char **error);
void csimdjson_free(csimdjson_document *document);

csimdjson_kind csimdjson_kind_of(csimdjson_value value);

// Each of these needs a value of that kind.
int64_t csimdjson_integer(csimdjson_value value);
double csimdjson_number(csimdjson_value value); // of an integer too
const char *csimdjson_string(csimdjson_value value, size_t *length);

// The member of that name, the first if there are several; false if there is none.
bool csimdjson_member(csimdjson_value object, const char *name, size_t length, csimdjson_value *member);

// The values of an array or object: places from first to end, the name and the value at each.
csimdjson_value csimdjson_first(csimdjson_value container);
csimdjson_value csimdjson_end(csimdjson_value container);
csimdjson_value csimdjson_element_at(csimdjson_value place);
csimdjson_value csimdjson_element_after(csimdjson_value place);
const char *csimdjson_name_at(csimdjson_value place, size_t *length);
csimdjson_value csimdjson_member_after(csimdjson_value place);

#ifdef __cplusplus
}
#endif
