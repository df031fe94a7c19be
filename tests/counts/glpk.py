"""Linear programs by GLPK's library (Debian: glpk-utils)."""

import ctypes
import ctypes.util

INFINITE = 1e9
MOST = 1e5      # of an unknown of which nothing is printed


class Glpk:
    """Linear programs over one system, each begun where the one before ended."""

    def __init__(self, columns, rows):
        name = ctypes.util.find_library("glpk") or "libglpk.so.40"
        self.library = ctypes.CDLL(name)
        pointer, whole, real = ctypes.c_void_p, ctypes.c_int, ctypes.c_double
        for call, takes, gives in [
                ("glp_create_prob", [], pointer), ("glp_add_rows", [pointer, whole], whole),
                ("glp_add_cols", [pointer, whole], whole), ("glp_term_out", [whole], whole),
                ("glp_set_row_bnds", [pointer, whole, whole, real, real], None),
                ("glp_set_col_bnds", [pointer, whole, whole, real, real], None),
                ("glp_set_obj_coef", [pointer, whole, real], None),
                ("glp_set_obj_dir", [pointer, whole], None),
                ("glp_load_matrix", [pointer, whole, pointer, pointer, pointer], None),
                ("glp_init_smcp", [pointer], whole), ("glp_simplex", [pointer, pointer], whole),
                ("glp_get_status", [pointer], whole), ("glp_delete_prob", [pointer], None),
                ("glp_adv_basis", [pointer, whole], None),
                ("glp_get_col_prim", [pointer, whole], real)]:
            function = getattr(self.library, call)
            function.argtypes, function.restype = takes, gives
        library = self.library
        library.glp_term_out(0)
        self.problem = library.glp_create_prob()
        self.settings = ctypes.create_string_buffer(4096)
        library.glp_init_smcp(self.settings)
        library.glp_add_cols(self.problem, columns)
        for column in range(1, columns + 1):
            library.glp_set_col_bnds(self.problem, column, 4, 0.0, MOST)
        library.glp_add_rows(self.problem, len(rows))
        at, of, value = [0], [0], [0.0]
        for i, (terms, low, high) in enumerate(rows, 1):
            self.bound_row(i - 1, low, high)
            for column, factor in terms.items():
                at.append(i)
                of.append(column + 1)
                value.append(factor)
        count = len(at)
        library.glp_load_matrix(self.problem, count - 1, (whole * count)(*at),
                                (whole * count)(*of), (real * count)(*value))
        library.glp_adv_basis(self.problem, 0)
        self.columns, self.solved = columns, 0

    def bound_row(self, row, low, high):
        kind = 5 if low == high else 1 if low <= -INFINITE and high >= INFINITE else \
            2 if high >= INFINITE else 3 if low <= -INFINITE else 4
        self.library.glp_set_row_bnds(self.problem, row + 1, kind, float(low), float(high))

    def fix_column(self, column, value):
        self.library.glp_set_col_bnds(self.problem, column + 1, 5, float(value), float(value))

    def solve(self, objective, maximise):
        """The values of all columns, or None when nothing obeys the system."""
        library = self.library
        library.glp_set_obj_dir(self.problem, 2 if maximise else 1)
        for column, factor in objective.items():
            library.glp_set_obj_coef(self.problem, column + 1, factor)
        library.glp_simplex(self.problem, self.settings)
        self.solved += 1
        status = library.glp_get_status(self.problem)
        for column in objective:
            library.glp_set_obj_coef(self.problem, column + 1, 0.0)
        if status in (3, 4):
            return None
        if status not in (5, 2):
            raise RuntimeError("GLPK ended with status %d" % status)
        value = library.glp_get_col_prim
        return [value(self.problem, i) for i in range(1, self.columns + 1)]

    def close(self):
        self.library.glp_delete_prob(self.problem)
