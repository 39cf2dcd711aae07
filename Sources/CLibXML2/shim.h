#pragma once
// Debian builds libxml2 with ICU, whose headers collide with Foundation's own ICU module.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED
#include <libxml/HTMLparser.h>
#include <libxml/HTMLtree.h>
#include <libxml/parser.h>
#include <libxml/tree.h>
#include <libxml/xmlerror.h>

// xmlFree is a mutable global function pointer, which Swift 6 mode refuses.
static inline void codechart_xml_free(void *pointer) { xmlFree(pointer); }
