// Throughput of Hyperscan: every literal in any case with its end, over the folder's texts.
//
// Arguments: a file with all texts, megabytes to read, a file of literals, one a line.

#include <hs/hs.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static char *read_file(const char *path, size_t *size) {
    FILE *file = fopen(path, "rb");
    if (!file) {
        perror(path);
        exit(2);
    }
    fseek(file, 0, SEEK_END);
    *size = (size_t)ftell(file);
    rewind(file);
    char *bytes = malloc(*size + 1);
    if (fread(bytes, 1, *size, file) != *size) exit(2);
    bytes[*size] = 0;
    fclose(file);
    return bytes;
}

typedef struct {
    unsigned long long count, places;
} hits;

static int on_hit(unsigned id, unsigned long long from, unsigned long long to, unsigned flags, void *context) {
    (void)from;
    (void)flags;
    hits *found = context;
    found->count++;
    found->places += to * (id + 1);
    return 0;
}

int main(int count, char **arguments) {
    if (count != 4) return 2;
    size_t text_size, literals_size;
    char *text = read_file(arguments[1], &text_size);
    char *literals = read_file(arguments[3], &literals_size);
    unsigned capacity = 1, number = 0;
    for (size_t index = 0; index < literals_size; index++) capacity += literals[index] == '\n';
    const char **expressions = calloc(capacity, sizeof *expressions);
    unsigned *flags = calloc(capacity, sizeof *flags), *ids = calloc(capacity, sizeof *ids);
    size_t *lengths = calloc(capacity, sizeof *lengths);
    for (char *literal = strtok(literals, "\n"); literal; literal = strtok(NULL, "\n"), number++) {
        expressions[number] = literal;
        lengths[number] = strlen(literal);
        flags[number] = HS_FLAG_CASELESS;
        ids[number] = number;
    }
    hs_database_t *database;
    hs_compile_error_t *problem;
    if (hs_compile_lit_multi(expressions, flags, ids, lengths, number, HS_MODE_BLOCK, NULL, &database, &problem)) {
        fprintf(stderr, "%s\n", problem->message);
        return 1;
    }
    hs_scratch_t *scratch = NULL;
    hs_alloc_scratch(database, &scratch);
    unsigned times = (unsigned)(atoi(arguments[2]) * 1000000.0 / text_size);
    if (times == 0) times = 1;
    hits found = {0};
    struct timespec start, end;
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &start);
    for (unsigned time = 0; time < times; time++) hs_scan(database, text, text_size, 0, scratch, on_hit, &found);
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &end);
    double seconds = end.tv_sec - start.tv_sec + (end.tv_nsec - start.tv_nsec) / 1e9;
    double bytes = (double)times * text_size;
    printf("Hyperscan     %5u literals %7.1f MB/s  %.1f hits a kB (%llx)\n", number, bytes / seconds / 1e6,
        found.count / bytes * 1000, found.places);
    return 0;
}
