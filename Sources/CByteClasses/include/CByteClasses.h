#pragma once
#include <stddef.h>
#include <stdint.h>

// What 64 bytes of a text are, each by itself; the lowest bit of a mask is the first byte's.
//
// In C, for Swift (6.3) takes vectors of bytes apart and compares them one by one, a hundred times slower.
typedef struct {
    uint64_t word;          // ASCII letters and digits
    uint64_t digit;         // ASCII digits
    uint64_t point;         // . and ,
    uint64_t boundary;      // ; : ! ?
    uint64_t apostrophe;    // '
    uint64_t beyond_ascii;
    uint64_t continuation;  // bytes that begin no code point
} cbyte_classes;

// Reads 64 bytes from there.
cbyte_classes cbyte_classes_of(const uint8_t *bytes);
