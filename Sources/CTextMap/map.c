#include "CTextMap.h"
#include <string.h>

// What 64 bytes are, each by itself.
typedef struct {
    uint64_t alphanumeric;
    uint64_t digit;
    uint64_t point;         // . and ,
    uint64_t clause_end;    // ; : ! ?
    uint64_t apostrophe;
    uint64_t hyphen;
    uint64_t beyond_ascii;
    uint64_t continuation;
    uint64_t x80, xc2, xe2; // the bytes 0x80, 0xC2 and 0xE2
    uint64_t after_c2;      // bytes that make with 0xC2 before them a sign between words
    uint64_t after_e280;    // the same with 0xE2 0x80
} classes;

// U+00A0 to U+00A9, « ° ± · » : neither letters nor ignored nor apostrophes.
static inline int is_after_c2(uint8_t byte) {
    return (byte >= 0xA0 && byte <= 0xA9) || byte == 0xAB || byte == 0xB0 || byte == 0xB1 || byte == 0xB7
        || byte == 0xBB;
}

// Spaces to U+200B, dashes, quotation marks other than apostrophes, daggers, bullets, dots, line separators.
static inline int is_after_e280(uint8_t byte) {
    return (byte >= 0x80 && byte <= 0x8B) || (byte >= 0x92 && byte <= 0x97) || byte == 0x9A
        || (byte >= 0x9C && byte <= 0xA9);
}

typedef uint8_t bytes64 __attribute__((ext_vector_type(64)));
typedef _Bool bits64 __attribute__((ext_vector_type(64)));

// A bit for each byte that is in the range.
static inline uint64_t between(const bytes64 *bytes, uint8_t first, uint8_t last) {
    bits64 found = __builtin_convertvector(*bytes - first <= (bytes64)(uint8_t)(last - first), bits64);
    uint64_t bits;
    memcpy(&bits, &found, sizeof bits);
    return bits;
}

static inline uint64_t equal(const bytes64 *bytes, uint8_t byte) { return between(bytes, byte, byte); }

static inline classes classes_of(const uint8_t *text) {
    classes found = {0};
    bytes64 lanes, lower;
    memcpy(&lanes, text, sizeof lanes);
    lower = lanes | 0x20;
    const bytes64 *bytes = &lanes;
    found.digit = between(bytes, '0', '9');
    found.alphanumeric = between(&lower, 'a', 'z') | found.digit;
    found.point = equal(bytes, '.') | equal(bytes, ',');
    found.clause_end = between(bytes, ':', ';') | equal(bytes, '!') | equal(bytes, '?');
    found.apostrophe = equal(bytes, '\'');
    found.hyphen = equal(bytes, '-');
    found.beyond_ascii = between(bytes, 0x80, 0xFF);
    if (!found.beyond_ascii) return found;
    found.continuation = between(bytes, 0x80, 0xBF);
    found.x80 = equal(bytes, 0x80);
    found.xc2 = equal(bytes, 0xC2);
    found.xe2 = equal(bytes, 0xE2);
    found.after_c2 = between(bytes, 0xA0, 0xA9) | equal(bytes, 0xAB) | between(bytes, 0xB0, 0xB1)
        | equal(bytes, 0xB7) | equal(bytes, 0xBB);
    found.after_e280 =
        between(bytes, 0x80, 0x8B) | between(bytes, 0x92, 0x97) | equal(bytes, 0x9A) | between(bytes, 0x9C, 0xA9);
    return found;
}

static inline int is_digit(uint8_t byte) { return byte >= '0' && byte <= '9'; }

// Whether a letter stands there, or what else is beyond ASCII and no sign between words.
static inline int is_letter(const uint8_t *at) {
    if (at[0] >= 0x80) {
        return !(at[0] == 0xC2 && is_after_c2(at[1])) && !(at[0] == 0xE2 && at[1] == 0x80 && is_after_e280(at[2]));
    }
    return is_digit(at[0]) || ((at[0] | 0x20) >= 'a' && (at[0] | 0x20) <= 'z');
}

// What reaches from one block into the next: each mask has the lowest bits of the next block.
typedef struct {
    uint64_t digit, letter;     // whether the last byte was one
    uint64_t sign;              // bytes of a sign between words that began before
    uint64_t wordish;           // whether the last byte may belong to a word
    uint64_t hyphen;            // whether the last byte is a hyphen behind such a one
    uint64_t plain;             // whether all of the run up to there is plain
} carry;

// The bytes of signs between words: two bytes with 0xC2, three with 0xE2 0x80. Reads two bytes behind the block.
static inline uint64_t signs(const classes *found, const uint8_t *next, uint64_t begun, uint64_t *into_next) {
    uint64_t x80_next = (uint64_t)(next[0] == 0x80) << 63;
    uint64_t after_c2_next = (uint64_t)is_after_c2(next[0]) << 63;
    uint64_t third_next = (uint64_t)is_after_e280(next[0]) << 62 | (uint64_t)is_after_e280(next[1]) << 63;
    uint64_t two = found->xc2 & (found->after_c2 >> 1 | after_c2_next);
    uint64_t three = found->xe2 & (found->x80 >> 1 | x80_next) & (found->after_e280 >> 2 | third_next);
    *into_next = two >> 63 | three >> 63 | (three >> 63) << 1 | ((three >> 62) & 1);
    return begun | two | two << 1 | three | three << 1 | three << 2;
}

// Sets the flags of the runs of a block that need them: few do, and a loop over all of them is dearer.
//
// start, end: behind the last start and the last end of the block.
static inline void mark(
    uint32_t *start, uint32_t *end, uint32_t base, uint64_t joined_starts, uint64_t special_ends
) {
    for (; joined_starts; joined_starts &= joined_starts - 1) {
        uint32_t place = base + (uint32_t)__builtin_ctzll(joined_starts);
        uint32_t *found = start - 2;
        while ((*found & ~CTEXTMAP_FLAG) != place) found -= 2;
        *found |= CTEXTMAP_FLAG;
    }
    for (; special_ends; special_ends &= special_ends - 1) {
        uint32_t place = base + (uint32_t)__builtin_ctzll(special_ends);
        uint32_t *found = end - 2;
        while ((*found & ~CTEXTMAP_FLAG) != place) found -= 2;
        *found |= CTEXTMAP_FLAG;
    }
}

// The processor at hand decides which of two versions runs; they differ in speed only.
#if defined(__x86_64__) && defined(__linux__)
__attribute__((target_clones("arch=x86-64-v3", "default")))
#endif
size_t ctextmap_make(const uint8_t *text, size_t block_count, ctextmap_block *blocks, ctextmap_run *runs) {
    carry before = {0};
    uint32_t boundaries = 0, continuations = 0;
    uint32_t *start = &runs->start, *end = &runs->end;
    for (size_t index = 0; index < block_count; index++) {
        const uint8_t *bytes = text + (index << 6);
        const uint8_t *next = bytes + 64;
        classes found = classes_of(bytes);
        uint64_t beyond = found.beyond_ascii, sign_into_next = 0;
        if (beyond) beyond &= ~signs(&found, next, before.sign, &sign_into_next);

        uint64_t letters = found.alphanumeric | beyond;
        uint64_t digit_behind = (uint64_t)is_digit(next[0]) << 63;
        uint64_t letter_behind = (uint64_t)is_letter(next) << 63;
        uint64_t in_number =
            found.point & (found.digit << 1 | before.digit) & (found.digit >> 1 | digit_behind);
        uint64_t in_word = found.apostrophe & (letters << 1 | before.letter) & (letters >> 1 | letter_behind);
        uint64_t special = beyond | in_word;
        uint64_t wordish = letters | in_number | in_word;

        uint64_t behind_wordish = wordish << 1 | before.wordish;
        uint64_t starts = wordish & ~behind_wordish;
        uint64_t ends = ~wordish & behind_wordish;
        uint64_t hyphens = found.hyphen & behind_wordish;
        uint64_t joined_starts = starts & (hyphens << 1 | before.hyphen);
        // Added to a run of ones, its lowest bit travels to the end of the run; a special byte stops it.
        uint64_t plain = wordish & ~special;
        unsigned long long carried;
        uint64_t travelled = __builtin_addcll(plain, starts & plain, before.plain, &carried);
        uint64_t special_ends = ends & ~travelled;

        blocks[index].boundary = found.clause_end | (found.point & ~in_number);
        blocks[index].continuation = found.continuation;
        blocks[index].boundaries_before = boundaries;
        blocks[index].continuations_before = continuations;
        boundaries += (uint32_t)__builtin_popcountll(blocks[index].boundary);
        if (found.continuation) continuations += (uint32_t)__builtin_popcountll(found.continuation);

        uint32_t base = (uint32_t)(index << 6);
        for (; starts; starts &= starts - 1, start += 2) *start = base + (uint32_t)__builtin_ctzll(starts);
        for (; ends; ends &= ends - 1, end += 2) *end = base + (uint32_t)__builtin_ctzll(ends);
        if (joined_starts | special_ends) mark(start, end, base, joined_starts, special_ends);
        before = (carry){
            found.digit >> 63, letters >> 63, sign_into_next, wordish >> 63, hyphens >> 63, carried,
        };
    }
    // Behind the last run stands one that no text reaches.
    *start = *end = CTEXTMAP_FLAG - 1;
    return (size_t)(end - &runs->end) / 2;
}
