#include "counts/areas/kinds.h"

const struct count_kind_row kinds[COUNT_KINDS] = {
    /*			    of cases  by school */
    [COUNT_CASES] = {"cases", false, true},
    [COUNT_NEW] = {"new", true, true},
    [COUNT_CONSULTED] = {"consulted", true, true},
    [COUNT_TALKED] = {"talked", true, true},
    [COUNT_HELP] = {"help", true, false},
    [COUNT_CLOSED] = {"closed", true, false},
    [COUNT_ADVICE] = {"advice", false, false},
    [COUNT_REPORT] = {"report", false, false},
    [COUNT_ACTIVE] = {"active", true, false},
};
