#include "CByteClasses.h"

#if defined(__SSE2__)
#include <emmintrin.h>

static inline __m128i equal(__m128i bytes, char byte) { return _mm_cmpeq_epi8(bytes, _mm_set1_epi8(byte)); }

// first <= byte <= last, for ASCII. There is no unsigned comparison: what saturates is in range.
static inline __m128i between(__m128i bytes, char first, char last) {
    __m128i distance = _mm_sub_epi8(bytes, _mm_set1_epi8(first));
    return _mm_cmpeq_epi8(_mm_subs_epu8(distance, _mm_set1_epi8((char)(last - first))), _mm_setzero_si128());
}

static inline uint64_t bits(__m128i mask) { return (uint32_t)_mm_movemask_epi8(mask); }

cbyte_classes cbyte_classes_of(const uint8_t *text) {
    cbyte_classes classes = {0};
    for (int lane = 0; lane < 64; lane += 16) {
        __m128i bytes = _mm_loadu_si128((const __m128i *)(text + lane));
        __m128i lower = _mm_or_si128(bytes, _mm_set1_epi8(0x20));
        __m128i digit = between(bytes, '0', '9');
        __m128i word = _mm_or_si128(between(lower, 'a', 'z'), digit);
        __m128i point = _mm_or_si128(equal(bytes, '.'), equal(bytes, ','));
        __m128i boundary = _mm_or_si128(
            _mm_or_si128(equal(bytes, ';'), equal(bytes, ':')), _mm_or_si128(equal(bytes, '!'), equal(bytes, '?')));
        // As signed numbers, 0x80 to 0xBF are the least.
        __m128i continuation = _mm_cmplt_epi8(bytes, _mm_set1_epi8((char)0xC0));
        classes.word |= bits(word) << lane;
        classes.digit |= bits(digit) << lane;
        classes.point |= bits(point) << lane;
        classes.boundary |= bits(boundary) << lane;
        classes.apostrophe |= bits(equal(bytes, '\'')) << lane;
        classes.beyond_ascii |= bits(bytes) << lane;
        classes.continuation |= bits(continuation) << lane;
    }
    return classes;
}

#else

static inline int between(uint8_t byte, uint8_t first, uint8_t last) { return byte >= first && byte <= last; }

cbyte_classes cbyte_classes_of(const uint8_t *text) {
    cbyte_classes classes = {0};
    for (int lane = 0; lane < 64; lane++) {
        uint8_t byte = text[lane];
        uint64_t bit = (uint64_t)1 << lane;
        int digit = between(byte, '0', '9');
        if (digit || between(byte | 0x20, 'a', 'z')) classes.word |= bit;
        if (digit) classes.digit |= bit;
        if (byte == '.' || byte == ',') classes.point |= bit;
        if (byte == ';' || byte == ':' || byte == '!' || byte == '?') classes.boundary |= bit;
        if (byte == '\'') classes.apostrophe |= bit;
        if (byte >= 0x80) classes.beyond_ascii |= bit;
        if ((byte & 0xC0) == 0x80) classes.continuation |= bit;
    }
    return classes;
}

#endif
