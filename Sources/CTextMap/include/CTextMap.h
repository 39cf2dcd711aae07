#pragma once
#include <stddef.h>
#include <stdint.h>

// Where a text's words may be, found 64 bytes at a time without branches.
//
// In C, for Swift (6.3) takes vectors of bytes apart and compares them one by one, a hundred times slower, and cannot
// choose at run time what the processor can do.

// What 64 bytes of a text are to clauses and code points; the lowest bit of a mask is the first byte's.
typedef struct {
    uint64_t boundary;             // ; : ! ? and, outside of numbers, . and ,
    uint64_t continuation;         // bytes that begin no code point
    uint32_t boundaries_before;    // how many such bytes come before the block
    uint32_t continuations_before;
} ctextmap_block;

// A stretch of bytes that stand together: ASCII letters and digits, points and commas between digits, apostrophes
// between letters, and what is beyond ASCII other than the usual signs. `end` is exclusive.
//
// The highest bit of `start` is set where one hyphen parts the run from the one before; that of `end` where the run
// has apostrophes or bytes beyond ASCII, and may be more or less than one word.
typedef struct {
    uint32_t start;
    uint32_t end;
} ctextmap_run;

#define CTEXTMAP_FLAG 0x80000000u

// Fills the blocks and the runs of a text and says how many runs there are. Behind the last one stands another, at
// 0x7FFFFFFF.
//
// text: UTF-8, followed by zeros to the end of its last block, which holds no text, and three bytes more.
// runs: room for 32 a block.
size_t ctextmap_make(const uint8_t *text, size_t block_count, ctextmap_block *blocks, ctextmap_run *runs);
